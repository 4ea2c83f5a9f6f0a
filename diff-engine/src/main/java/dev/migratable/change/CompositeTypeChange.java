package dev.migratable.change;

import dev.migratable.schema.QualifiedName;

/** A difference in a type that has attributes. */
public sealed interface CompositeTypeChange extends Change
        permits CreateCompositeType, DropCompositeType, ChangeCompositeType {

    /** Returns the type. */
    @Override
    QualifiedName table();

    @Override
    default <R> R accept(Change.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /** Calls the visitor's method for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Has one method for each kind of change to a composite type.
     *
     * @param <R> what a visit gives
     */
    interface Visitor<R> {

        /** Visits a {@link CreateCompositeType}. */
        R visit(CreateCompositeType change);

        /** Visits a {@link DropCompositeType}. */
        R visit(DropCompositeType change);

        /** Visits a {@link ChangeCompositeType}. */
        R visit(ChangeCompositeType change);
    }
}

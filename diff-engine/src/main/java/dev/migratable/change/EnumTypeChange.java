package dev.migratable.change;

import dev.migratable.schema.QualifiedName;

/** A difference in a type whose values are listed. */
public sealed interface EnumTypeChange extends Change
        permits CreateEnumType, DropEnumType, AddEnumValue, DropEnumValue, ReorderEnumType {

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
     * Has one method for each kind of change to an enum type.
     *
     * @param <R> what a visit gives
     */
    interface Visitor<R> {

        /** Visits a {@link CreateEnumType}. */
        R visit(CreateEnumType change);

        /** Visits a {@link DropEnumType}. */
        R visit(DropEnumType change);

        /** Visits an {@link AddEnumValue}. */
        R visit(AddEnumValue change);

        /** Visits a {@link DropEnumValue}. */
        R visit(DropEnumValue change);

        /** Visits a {@link ReorderEnumType}. */
        R visit(ReorderEnumType change);
    }
}

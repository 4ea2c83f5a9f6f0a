package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * One difference between two schemas: one record per facet, each complete in itself.
 *
 * <p>Java 17 has no pattern switch; {@link Visitor} makes a forgotten kind of change a compile error.
 */
public sealed interface Change
        permits CreateTable,
                DropTable,
                RenameTable,
                ChangeTableComment,
                AddColumn,
                DropColumn,
                RenameColumn,
                ChangeColumnType,
                SetNotNull,
                DropNotNull,
                ChangeDefault,
                ChangeIdentity,
                ChangeGenerated,
                ChangeCollation,
                ChangeColumnComment,
                AddPrimaryKey,
                DropPrimaryKey,
                AddUnique,
                DropUnique,
                AddForeignKey,
                DropForeignKey,
                AddCheck,
                DropCheck,
                ValidateConstraint,
                CreateIndex,
                DropIndex,
                CreateSequence,
                DropSequence,
                ChangeSequence,
                EnumTypeChange,
                CompositeTypeChange,
                SettingChange,
                UnsupportedChange {

    /** Returns the table, or for a change of a sequence or a type that, under its name before the change. */
    QualifiedName table();

    /** Returns what the change does in one line of plain words; the same change always gives the same line. */
    default String description() {
        // Names, comments and constants may hold line breaks; a description must not, it stands in comments of SQL.
        return accept(new ChangeDescriber()).replaceAll("\\s*[\\v]\\s*", " ");
    }

    /**
     * Returns the schema after the change; what PostgreSQL drops silently with a column or table goes too.
     *
     * @throws IllegalArgumentException where the schema has not what the change is about, or has it already
     * @throws UnsupportedOperationException for an {@link UnsupportedChange}
     */
    default Schema applyTo(Schema schema) {
        return ChangeApplier.applyAll(schema, List.of(this));
    }

    /**
     * Returns the schema after all changes, applied in order; cheaper than one {@link #applyTo} after the other.
     *
     * @throws IllegalArgumentException where the schema has not what a change is about, or has it already
     * @throws UnsupportedOperationException for an {@link UnsupportedChange}
     */
    static Schema applyAll(Schema schema, List<Change> changes) {
        return ChangeApplier.applyAll(schema, changes);
    }

    /**
     * Returns the change that leads back, empty where there is none. It restores what this record speaks of: neither
     * data nor what the server drops silently along with it.
     */
    Optional<Change> inverse();

    /** Calls the visitor's method for this kind of change. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Has one method for each kind of change.
     *
     * @param <R> what a visit gives
     */
    interface Visitor<R> {

        /** Visits a {@link CreateTable}. */
        R visit(CreateTable change);

        /** Visits a {@link DropTable}. */
        R visit(DropTable change);

        /** Visits a {@link RenameTable}. */
        R visit(RenameTable change);

        /** Visits a {@link ChangeTableComment}. */
        R visit(ChangeTableComment change);

        /** Visits a {@link AddColumn}. */
        R visit(AddColumn change);

        /** Visits a {@link DropColumn}. */
        R visit(DropColumn change);

        /** Visits a {@link RenameColumn}. */
        R visit(RenameColumn change);

        /** Visits a {@link ChangeColumnType}. */
        R visit(ChangeColumnType change);

        /** Visits a {@link SetNotNull}. */
        R visit(SetNotNull change);

        /** Visits a {@link DropNotNull}. */
        R visit(DropNotNull change);

        /** Visits a {@link ChangeDefault}. */
        R visit(ChangeDefault change);

        /** Visits a {@link ChangeIdentity}. */
        R visit(ChangeIdentity change);

        /** Visits a {@link ChangeGenerated}. */
        R visit(ChangeGenerated change);

        /** Visits a {@link ChangeCollation}. */
        R visit(ChangeCollation change);

        /** Visits a {@link ChangeColumnComment}. */
        R visit(ChangeColumnComment change);

        /** Visits a {@link AddPrimaryKey}. */
        R visit(AddPrimaryKey change);

        /** Visits a {@link DropPrimaryKey}. */
        R visit(DropPrimaryKey change);

        /** Visits a {@link AddUnique}. */
        R visit(AddUnique change);

        /** Visits a {@link DropUnique}. */
        R visit(DropUnique change);

        /** Visits a {@link AddForeignKey}. */
        R visit(AddForeignKey change);

        /** Visits a {@link DropForeignKey}. */
        R visit(DropForeignKey change);

        /** Visits a {@link AddCheck}. */
        R visit(AddCheck change);

        /** Visits a {@link DropCheck}. */
        R visit(DropCheck change);

        /** Visits a {@link ValidateConstraint}. */
        R visit(ValidateConstraint change);

        /** Visits a {@link CreateIndex}. */
        R visit(CreateIndex change);

        /** Visits a {@link DropIndex}. */
        R visit(DropIndex change);

        /** Visits a {@link CreateSequence}. */
        R visit(CreateSequence change);

        /** Visits a {@link DropSequence}. */
        R visit(DropSequence change);

        /** Visits a {@link ChangeSequence}. */
        R visit(ChangeSequence change);

        /** Visits an {@link EnumTypeChange}, whose own visitor tells its kinds apart. */
        R visit(EnumTypeChange change);

        /** Visits a {@link CompositeTypeChange}, whose own visitor tells its kinds apart. */
        R visit(CompositeTypeChange change);

        /** Visits a {@link SettingChange}, whose own visitor tells its kinds apart. */
        R visit(SettingChange change);

        /** Visits a {@link UnsupportedChange}. */
        R visit(UnsupportedChange change);
    }
}

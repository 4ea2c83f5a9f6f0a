package dev.migratable.runtime.sql;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;

/** Writes the statements that add, validate and drop constraints; each can be run again. */
public final class ConstraintSql {
    /** How a comment begins by which a step knows its own constraint again; the catalog's reader takes none for a user's. */
    private static final String MARK = "migratable:";

    private ConstraintSql() {}

    /** Returns a primary key's definition. */
    public static String definition(PrimaryKey key) {
        return "PRIMARY KEY (" + Sql.identifiers(key.columns()) + ")" + include(key.include())
                + deferrable(key.deferrability());
    }

    /** Returns a unique constraint's definition. */
    public static String definition(UniqueConstraint unique) {
        return "UNIQUE " + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + "("
                + Sql.identifiers(unique.columns()) + ")" + include(unique.include())
                + deferrable(unique.deferrability());
    }

    /** Returns a check constraint's definition. */
    public static String definition(CheckConstraint check) {
        return "CHECK (" + check.expression() + ")";
    }

    /** Returns a foreign key's definition. */
    public static String definition(ForeignKey key) {
        return "FOREIGN KEY (" + Sql.identifiers(key.columns()) + ") REFERENCES " + Sql.name(key.referencedTable())
                + " (" + Sql.identifiers(key.referencedColumns()) + ")"
                + (key.matchFull() ? " MATCH FULL" : "")
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + deferrable(key.deferrability());
    }

    private static String action(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : event + action.sql();
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + Sql.identifiers(columns) + ")";
    }

    static String deferrable(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    /** Adds a constraint that is checked against existing rows at once, unless there is one of that name. */
    public static String add(QualifiedName table, String name, String definition) {
        return Sql.blockIf("NOT " + CatalogTest.constraint(table, name), addText(table, name, definition));
    }

    /** Adds a constraint that only new and changed rows must obey, unless there is one of that name. */
    public static String addNotValid(QualifiedName table, String name, String definition) {
        return add(table, name, definition + " NOT VALID");
    }

    /** Adds {@code CHECK (column IS NOT NULL) NOT VALID} unless the column is NOT NULL already. */
    public static String addNotNullCheck(QualifiedName table, String column, String name) {
        return Sql.blockIf(
                "NOT " + CatalogTest.constraint(table, name) + "\n    AND NOT " + CatalogTest.notNull(table, column),
                addText(table, name, "CHECK (" + Sql.identifier(column) + " IS NOT NULL) NOT VALID"));
    }

    /** Adds a unique constraint around an index that is there, which takes the constraint's name. */
    public static String addUsingIndex(QualifiedName table, UniqueConstraint unique, String index) {
        String definition = "UNIQUE USING INDEX " + Sql.identifier(index) + deferrable(unique.deferrability());
        return add(table, index, definition);
    }

    private static String addText(QualifiedName table, String name, String definition) {
        return "ALTER TABLE " + Sql.name(table) + " ADD CONSTRAINT " + Sql.identifier(name) + " " + definition;
    }

    /** Checks existing rows against a constraint while clients read and write. */
    public static String validate(QualifiedName table, String name) {
        return Sql.blockIf(
                CatalogTest.constraint(table, name),
                "ALTER TABLE " + Sql.name(table) + " VALIDATE CONSTRAINT " + Sql.identifier(name));
    }

    /** Drops a constraint if it is there. */
    public static String drop(QualifiedName table, String name) {
        return "ALTER TABLE " + Sql.name(table) + " DROP CONSTRAINT IF EXISTS " + Sql.identifier(name);
    }

    /** Drops a constraint if it and its table are there. */
    public static String dropIfTableThere(QualifiedName table, String name) {
        return Sql.blockIf(CatalogTest.table(table), drop(table, name));
    }

    /** Returns the test that a check is the successor that was added under an interim name. */
    public static String isSuccessor(QualifiedName table, String name, String interim) {
        return CatalogTest.commentedConstraint(table, name, MARK + interim);
    }

    /** Adds the successor of a check under an interim name, unless it has taken the check's place already. */
    public static String addInterim(QualifiedName table, String interim, CheckConstraint check) {
        String marker = Sql.literal(MARK + interim);
        return Sql.blockIf(
                "NOT " + CatalogTest.constraint(table, interim) + "\n    AND NOT "
                        + isSuccessor(table, check.name(), interim),
                addText(table, interim, definition(check) + " NOT VALID"),
                "COMMENT ON CONSTRAINT " + Sql.identifier(interim) + " ON " + Sql.name(table) + " IS " + marker);
    }

    /** Drops a check and gives its successor the wanted name, unless that is done; the two names may be one. */
    public static String replace(QualifiedName table, String old, String interim, String wanted) {
        return Sql.blockIf(
                CatalogTest.constraint(table, interim),
                drop(table, old),
                "ALTER TABLE " + Sql.name(table) + " RENAME CONSTRAINT " + Sql.identifier(interim) + " TO "
                        + Sql.identifier(wanted));
    }

    /** Sets a constraint's comment. */
    public static String comment(QualifiedName table, String name, String text) {
        return "COMMENT ON CONSTRAINT " + Sql.identifier(name) + " ON " + Sql.name(table) + " IS " + Sql.literal(text);
    }

    /** Renames a constraint if it is there and the new name is free. */
    public static String rename(QualifiedName table, String from, String to) {
        return Sql.blockIf(
                CatalogTest.constraint(table, from) + "\n    AND NOT " + CatalogTest.constraint(table, to),
                "ALTER TABLE " + Sql.name(table) + " RENAME CONSTRAINT " + Sql.identifier(from) + " TO "
                        + Sql.identifier(to));
    }
}

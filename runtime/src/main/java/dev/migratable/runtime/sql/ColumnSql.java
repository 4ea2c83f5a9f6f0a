package dev.migratable.runtime.sql;

import dev.migratable.schema.Column;
import dev.migratable.schema.Identity;
import dev.migratable.schema.NotNullConstraint;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.Optional;

/** Writes the statements that add and alter columns; each can be run again. */
public final class ColumnSql {
    private ColumnSql() {}

    /** Returns a column as it stands in {@code CREATE TABLE}, where the name of its NOT NULL constraint is free. */
    static String created(Column column) {
        Optional<NotNullConstraint> named = column.settings().notNull().filter(n -> !column.nullable());
        String constraint =
                named.map(n -> " CONSTRAINT " + Sql.identifier(n.name())).orElse("");
        return definition(column.withNullable(true)) + constraint + (column.nullable() ? "" : " NOT NULL");
    }

    /** Returns a column as it stands in {@code ADD COLUMN}. */
    public static String definition(Column column) {
        StringBuilder sql = new StringBuilder(Sql.identifier(column.name()))
                .append(' ')
                .append(column.type().sql());
        column.collation().ifPresent(c -> sql.append(" COLLATE ").append(c));
        column.generated()
                .ifPresent(g -> sql.append(" GENERATED ALWAYS AS (")
                        .append(g.expression())
                        .append(g.stored() ? ") STORED" : ") VIRTUAL"));
        column.identity().ifPresent(i -> sql.append(identity(i)));
        column.defaultValue().ifPresent(d -> sql.append(" DEFAULT ").append(d));
        return sql.append(column.nullable() ? "" : " NOT NULL").toString();
    }

    /** Returns how a column is an identity column, as it stands behind its type or ADD. */
    static String identity(Identity identity) {
        return " GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY ("
                + SequenceSql.options(identity.options()) + ")";
    }

    /** Adds a column unless there is one of that name. */
    public static String add(QualifiedName table, Column column) {
        return alter(table) + "ADD COLUMN IF NOT EXISTS " + definition(column);
    }

    /** Drops a column if it is there. */
    public static String drop(QualifiedName table, String column) {
        return alter(table) + "DROP COLUMN IF EXISTS " + Sql.identifier(column);
    }

    /** Renames a column if it is there and the new name is free. */
    public static String rename(QualifiedName table, String from, String to) {
        return Sql.blockIf(
                CatalogTest.column(table, from) + "\n    AND NOT " + CatalogTest.column(table, to),
                renaming(table, from, to));
    }

    /** Renames a column, whatever there is. */
    static String renaming(QualifiedName table, String from, String to) {
        return alter(table) + "RENAME COLUMN " + Sql.identifier(from) + " TO " + Sql.identifier(to);
    }

    /** Sets a default, or drops it where there is none to set. */
    public static String changeDefault(QualifiedName table, String column, Optional<String> value) {
        return column(table, column) + value.map(v -> "SET DEFAULT " + v).orElse("DROP DEFAULT");
    }

    /** Sets NOT NULL. */
    public static String setNotNull(QualifiedName table, String column) {
        return column(table, column) + "SET NOT NULL";
    }

    /** Drops NOT NULL. */
    public static String dropNotNull(QualifiedName table, String column) {
        return column(table, column) + "DROP NOT NULL";
    }

    /** Drops NOT NULL if the column is there. */
    public static String dropNotNullIfThere(QualifiedName table, String column) {
        return Sql.blockIf(CatalogTest.column(table, column), dropNotNull(table, column));
    }

    /**
     * Changes a column's type without a conversion expression.
     *
     * @param collation the column's own, where it has one: it is lost unless it is said again
     */
    public static String changeType(QualifiedName table, String column, SqlType type, Optional<String> collation) {
        return column(table, column) + "TYPE " + type.sql()
                + collation.map(c -> " COLLATE " + c).orElse("");
    }

    /** Sets a column's comment, or removes it where there is none to set. */
    public static String comment(QualifiedName table, String column, Optional<String> text) {
        return "COMMENT ON COLUMN " + Sql.name(table) + "." + Sql.identifier(column) + " IS "
                + text.map(Sql::literal).orElse("NULL");
    }

    /** Sets a column's comment, or removes it, if the column is there. */
    public static String commentIfThere(QualifiedName table, String column, Optional<String> text) {
        return Sql.blockIf(CatalogTest.column(table, column), comment(table, column, text));
    }

    /** Sets a table's comment, or removes it where there is none to set. */
    public static String comment(QualifiedName table, Optional<String> text) {
        return "COMMENT ON TABLE " + Sql.name(table) + " IS "
                + text.map(Sql::literal).orElse("NULL");
    }

    /** Reads no row, but fails where an expression over the row cannot be assigned to the column. */
    public static String tryAssignment(QualifiedName table, String column, String expression) {
        return "UPDATE " + Sql.name(table) + " SET " + Sql.identifier(column) + " = (" + expression + ") WHERE false";
    }

    /** Collects a table's statistics. */
    public static String analyze(QualifiedName table) {
        return "ANALYZE " + Sql.name(table);
    }

    /** Collects the statistics of one column. */
    public static String analyzeColumn(QualifiedName table, String column) {
        return analyze(table) + " (" + Sql.identifier(column) + ")";
    }

    private static String column(QualifiedName table, String column) {
        return alter(table) + "ALTER COLUMN " + Sql.identifier(column) + " ";
    }

    private static String alter(QualifiedName table) {
        return "ALTER TABLE " + Sql.name(table) + " ";
    }
}

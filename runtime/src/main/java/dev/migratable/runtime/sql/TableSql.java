package dev.migratable.runtime.sql;

import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the statements that create tables with all that is theirs alone; each can be run again. */
public final class TableSql {
    private TableSql() {}

    /** Returns the statements for a table, its keys, checks, indexes and comments; not its foreign keys. */
    public static List<String> create(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(c -> parts.add(ColumnSql.created(c)));
        table.primaryKey().ifPresent(k -> parts.add(constraint(k.name(), ConstraintSql.definition(k))));
        table.uniqueConstraints().forEach(u -> parts.add(constraint(u.name(), ConstraintSql.definition(u))));
        table.checkConstraints().forEach(c -> parts.add(constraint(c.name(), ConstraintSql.definition(c))));
        table.exclusionConstraints().forEach(e -> parts.add(constraint(e.name(), e.definition())));
        List<String> statements = new ArrayList<>();
        statements.add("CREATE " + (table.options().unlogged() ? "UNLOGGED " : "") + "TABLE IF NOT EXISTS "
                + Sql.name(table.name()) + " (\n    " + String.join(",\n    ", parts) + "\n)");
        table.indexes().forEach(i -> statements.add(IndexSql.create(table.name(), i)));
        table.comment().ifPresent(c -> statements.add(ColumnSql.comment(table.name(), Optional.of(c))));
        for (Column column : table.columns()) {
            column.comment()
                    .ifPresent(c -> statements.add(ColumnSql.comment(table.name(), column.name(), Optional.of(c))));
        }
        return statements;
    }

    private static String constraint(String name, String definition) {
        return "CONSTRAINT " + Sql.identifier(name) + " " + definition;
    }

    /** Drops a table if it is there. */
    public static String drop(QualifiedName table) {
        return "DROP TABLE IF EXISTS " + Sql.name(table);
    }

    /** Creates a schema unless it is there; {@code IF NOT EXISTS} would demand the privilege even then. */
    public static String createSchema(String schema) {
        return Sql.blockIf(
                "to_regnamespace(" + Sql.literal(Sql.identifier(schema)) + ") IS NULL",
                "CREATE SCHEMA " + Sql.identifier(schema));
    }

    /** Renames a table if it is there and the new name is free. */
    public static String rename(QualifiedName from, QualifiedName to) {
        return Sql.blockIf(
                CatalogTest.table(from) + "\n    AND " + Sql.regclass(to) + " IS NULL",
                "ALTER TABLE " + Sql.name(from) + " RENAME TO " + Sql.identifier(to.name()));
    }

    /** Takes the strongest lock at once, so that it need not be upgraded, which could deadlock. */
    public static String lock(QualifiedName table) {
        return "LOCK TABLE " + Sql.name(table) + " IN ACCESS EXCLUSIVE MODE";
    }

    /** Moves a table or sequence into another schema under another name, unless that is done. */
    public static String move(String kind, QualifiedName from, QualifiedName to) {
        return moveIf(Sql.regclass(to) + " IS NULL", kind, from, to);
    }

    /** Does the same, but nothing where there is nothing to move: a later statement may have done away with it. */
    public static String moveIfThere(String kind, QualifiedName from, QualifiedName to) {
        return moveIf(Sql.regclass(to) + " IS NULL\n    AND " + Sql.regclass(from) + " IS NOT NULL", kind, from, to);
    }

    private static String moveIf(String condition, String kind, QualifiedName from, QualifiedName to) {
        QualifiedName renamed = from.withName(to.name());
        return Sql.blockIf(
                condition,
                "ALTER " + kind + " " + Sql.name(from) + " RENAME TO " + Sql.identifier(to.name()),
                "ALTER " + kind + " " + Sql.name(renamed) + " SET SCHEMA " + Sql.identifier(to.schema()));
    }
}

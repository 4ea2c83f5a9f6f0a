package dev.migratable.runtime.sql;

import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Map;

/**
 * Writes the statements that keep the names of NOT NULL constraints where their columns change names. Only from PostgreSQL
 * 18 on they have one, given or made of what the column is called at that time; on servers before, nothing happens.
 */
public final class NotNullNameSql {

    /** What one constraint is called while two exchange their names; within one statement. */
    private static final String INTERIM = "\"~migratable_not_null\"";

    private static final String NAME = """
            (
                    SELECT k.conname FROM pg_catalog.pg_constraint AS k
                    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND k.conkey = ARRAY[a.attnum]
                    WHERE k.contype = 'n' AND k.conrelid = {regclass} AND a.attname = {column} AND NOT a.attisdropped)""";

    private static final String EXCHANGE = """
            DECLARE
                first_name name := {first};
                second_name name := {second};
            BEGIN
                IF first_name <> second_name THEN
                    EXECUTE format('ALTER TABLE {table} RENAME CONSTRAINT %I TO {interim}', first_name);
                    EXECUTE format('ALTER TABLE {table} RENAME CONSTRAINT %I TO %I', second_name, first_name);
                    EXECUTE format('ALTER TABLE {table} RENAME CONSTRAINT {interim} TO %I', second_name);
                END IF;
            END""";

    private static final String GIVE = """

            DECLARE
                present name := {present};
            BEGIN
                IF present <> {wantedText} AND NOT {taken} THEN
                    EXECUTE format('ALTER TABLE {table} RENAME CONSTRAINT %I TO {wanted}', present);
                END IF;
            END
            """;

    private NotNullNameSql() {}

    /** Returns a block of PL/pgSQL in which the constraints of two columns exchange their names, where both have one. */
    static String exchange(QualifiedName table, String first, String second) {
        return SqlTemplate.fill(
                EXCHANGE,
                Map.of(
                        "table", Sql.inFormat(Sql.name(table)),
                        "first", name(table, first),
                        "second", name(table, second),
                        "interim", INTERIM));
    }

    /**
     * Makes a column NOT NULL as it was before; the constraint gets back the name that it was given, if it was and if that
     * is free.
     */
    public static List<String> setAgain(QualifiedName table, Column former) {
        String set = ColumnSql.setNotNull(table, former.name());
        return former.settings()
                .notNull()
                .map(given -> List.of(set, give(table, former.name(), given.name())))
                .orElse(List.of(set));
    }

    private static String give(QualifiedName table, String column, String name) {
        String body = SqlTemplate.fill(
                GIVE,
                Map.of(
                        "table", Sql.inFormat(Sql.name(table)),
                        "present", name(table, column),
                        "wantedText", Sql.literal(name),
                        "taken", CatalogTest.constraint(table, name),
                        "wanted", Sql.inFormat(Sql.identifier(name))));
        return "DO " + Sql.dollarQuote(body, "migratable");
    }

    private static String name(QualifiedName table, String column) {
        return SqlTemplate.fill(NAME, Map.of("regclass", Sql.regclass(table), "column", Sql.literal(column)));
    }
}

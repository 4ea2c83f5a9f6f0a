package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the statements by which a table hides behind a view of its name that has one of its columns under two names.
 *
 * @param table the table's name, which the view takes
 * @param base the table's name meanwhile
 * @param columns all its columns by their former names, in order
 * @param from the former name of the renamed one
 * @param to its present name
 */
public record AliasViewSql(QualifiedName table, QualifiedName base, List<String> columns, String from, String to) {

    private static final String CHECK = """

            BEGIN
                IF EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = {target} AND relrowsecurity)
                    AND current_setting('server_version_num')::integer < 150000 THEN
                    RAISE EXCEPTION USING ERRCODE = 'feature_not_supported', MESSAGE = {rowSecurity};
                END IF;
                IF EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = {target} AND relrowsecurity)
                    AND EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = {target} AND attacl IS NOT NULL) THEN
                    RAISE EXCEPTION USING ERRCODE = 'feature_not_supported', MESSAGE = {columnsOnly};
                END IF;
                IF EXISTS (SELECT FROM pg_catalog.pg_publication_tables
                        WHERE schemaname = {schema} AND tablename = {name}) THEN
                    RAISE EXCEPTION USING ERRCODE = 'object_in_use', MESSAGE = {published};
                END IF;
                IF EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE {target} IN (inhrelid, inhparent)) THEN
                    RAISE EXCEPTION USING ERRCODE = 'feature_not_supported', MESSAGE = {inherited};
                END IF;
            END
            """;

    /**
     * Whoever may use the table, or a column, may use the view, which uses the table as its owner does. Only where there
     * are policies it does so as whoever uses it, for whom the table must then allow every column.
     */
    private static final String CREATE = """

            DECLARE
                entry record;
            BEGIN
                IF to_regclass({viewText}) IS NOT NULL THEN
                    RETURN;
                END IF;
                EXECUTE 'CREATE VIEW {view}'
                    || CASE WHEN (SELECT relrowsecurity FROM pg_catalog.pg_class WHERE oid = {base})
                        THEN ' WITH (security_invoker = true)' ELSE '' END
                    || {select};
                EXECUTE format('ALTER VIEW {view} OWNER TO %I',
                    (SELECT pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = {base}));
                {grants}
            END
            """;

    /** Copies the list. */
    public AliasViewSql {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(base, "base");
        columns = List.copyOf(columns);
    }

    /** Returns the statements that put the view in the table's place; the caller sees to one transaction. */
    public List<String> install() {
        return List.of(check(), TableSql.rename(table, base), ColumnSql.rename(base, from, to), create());
    }

    /**
     * Returns the statements that give the table its name back, and what was granted on the view meanwhile.
     *
     * @param undo whether the column gets its former name back, too
     */
    public List<String> remove(boolean undo) {
        Stream<String> column = undo ? Stream.of(ColumnSql.rename(base, to, from)) : Stream.empty();
        String present = "CASE attname WHEN " + Sql.literal(from) + " THEN " + Sql.literal(to) + " ELSE attname END";
        Stream<String> view = Stream.of(GrantSql.carryBack(table, base, present), CarryOverSql.dropView(table));
        return Stream.of(view, column, Stream.of(TableSql.rename(base, table)))
                .flatMap(s -> s)
                .toList();
    }

    /** Returns the statements that put the view back when the column has its present name. */
    public List<String> restore() {
        return List.of(TableSql.rename(table, base), create());
    }

    private String check() {
        return quote(SqlTemplate.fill(
                CHECK,
                Map.of(
                        "target", Sql.regclass(table),
                        "schema", Sql.literal(table.schema()),
                        "name", Sql.literal(table.name()),
                        "rowSecurity",
                                Sql.literal("table " + table.display() + " has row level security, which a view in its "
                                        + "place would bypass before PostgreSQL 15; rename the column by dual write"),
                        "columnsOnly",
                                Sql.literal("table " + table.display() + " has row level security and privileges on "
                                        + "columns, which no view combines; rename the column by dual write"),
                        "published",
                                Sql.literal("table " + table.display() + " is published under its name, which it would "
                                        + "lose meanwhile; rename the column by dual write"),
                        "inherited",
                                Sql.literal("table " + table.display() + " inherits, or is inherited from; rename the "
                                        + "column by dual write"))));
    }

    /** The former name keeps its place, so that a statement without names of columns finds them in their order. */
    private String create() {
        String list = Stream.concat(
                        columns.stream()
                                .map(c -> c.equals(from)
                                        ? Sql.identifier(to) + " AS " + Sql.identifier(from)
                                        : Sql.identifier(c)),
                        Stream.of(Sql.identifier(to)))
                .collect(Collectors.joining(", "));
        String view = Sql.inFormat(Sql.name(table));
        return quote(SqlTemplate.fill(
                CREATE,
                Map.of(
                        "viewText", Sql.literal(Sql.name(table)),
                        "view", view,
                        "select", Sql.literal(" AS SELECT " + list + " FROM " + Sql.name(base)),
                        "base", Sql.regclass(base),
                        "grants", GrantSql.likeTable(base, table, to, from))));
    }

    private static String quote(String body) {
        return "DO " + Sql.dollarQuote(body, "migratable");
    }
}

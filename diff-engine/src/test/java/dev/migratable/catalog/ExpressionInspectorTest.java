package dev.migratable.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@PostgresTest
class ExpressionInspectorTest {

    /** Type, what the server has, what the model says. */
    private static final List<List<String>> SAME_DEFAULTS = List.of(
            List.of("interval", "'1 day'", "interval '24 hours' + interval '0'", "different"),
            List.of("interval", "'26 hours'", "'1:00:00'::interval + '25 hours'", "different"),
            List.of("interval", "'90 minutes'", "'1:30:00'", "same"),
            List.of("interval", "'P1Y2M'", "'1 year 2 months'", "same"),
            List.of("jsonb", "'{\"a\": 1,   \"b\": [1,2]}'", "'{\"b\":[1,2],\"a\":1}'", "same"),
            List.of("jsonb", "'{\"a\": 1}'", "'{\"a\": 2}'", "different"),
            List.of("json", "'[]'", "'[]'::json", "same"),
            List.of("timestamp", "'2020-01-01'", "'2020-01-01 00:00:00'", "same"),
            List.of("timestamp", "now()", "current_timestamp", "same"),
            List.of("timestamptz", "'2020-01-01 00:00:00+00'", "'2020-01-01 01:00:00+01'", "same"),
            List.of("numeric(10,2)", "1.50", "'1.5'", "different"),
            List.of("integer", "1 + 2", "3", "different"),
            List.of("inet", "'10.0.0.1/32'", "'10.0.0.1'", "same"),
            List.of("text[]", "array['a','b']", "ARRAY['a'::text, 'b']", "same"),
            List.of("text", "'a' || 'b'", "('a'::text || 'b'::text)", "same"),
            List.of("public.mood", "'ok'", "'ok'::mood", "same"),
            List.of("bigint", "nextval('a_seq')", "nextval('public.a_seq'::regclass)", "same"));

    private static final List<List<String>> CHECKS = List.of(
            List.of("rank = '5'", "rank::text = '5'", "different"),
            List.of("rank::text = '5'", "cast(rank as text) = '5'", "same"),
            List.of("status in ('B', 'A')", "status in ('A','B')", "same"),
            List.of("status in ('B', 'A')", "status in ('A','C')", "different"),
            List.of("rank in (1, 2)", "rank = any (array[2, 1])", "same"),
            List.of("rank between 1 and 5", "rank >= 1 and rank <= 5", "same"),
            List.of("span > '1 day'", "span > interval '1 day 00:00:00'", "same"),
            List.of("label::varchar(2) = 'AB'", "label = 'AB'", "different"),
            List.of("length(status) > 3", "char_length(status) > 3", "different"),
            List.of("rank > 0 -- why", "(rank > 0)", "same"));

    @Test
    void theServerTellsWhichDefaultsAreTheSame(TestDatabase database) throws SQLException {
        create(database);
        List<Column> columns = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < SAME_DEFAULTS.size(); i++) {
            List<String> row = SAME_DEFAULTS.get(i);
            database.execute("alter table t add column d" + i + " " + row.get(0) + " default " + row.get(1));
            columns.add(Column.of("d" + i, SqlType.parse(row.get(0)), true).withDefault(Optional.of(row.get(2))));
            if (row.get(3).equals("different")) {
                expected.add("d" + i);
            }
        }
        Table present = read(database);
        Table desired = present.withColumns(Stream.concat(
                        present.columns().stream().filter(c -> !c.name().matches("d\\d+")), columns.stream())
                .toList());
        List<String> different = diff(database, desired).stream()
                .map(change -> change.description().replaceAll(".*\\b(d\\d+)\\b.*", "$1"))
                .toList();
        assertEquals(expected, different);
    }

    @Test
    void theServerTellsWhichConditionsAreTheSame(TestDatabase database) throws SQLException {
        for (List<String> row : CHECKS) {
            create(database);
            database.execute(
                    "alter table t add constraint c check (" + row.get(0) + "\n)",
                    "create index i on t (id) where " + row.get(0),
                    "create index k on t ((" + row.get(0) + "\n))");
            Table present = read(database);
            Table desired = present.withCheckConstraints(List.of(new CheckConstraint("c", row.get(1), true)))
                    .withIndexes(List.of(
                            index("i", IndexKey.column("id"), Optional.of(row.get(1))),
                            index("k", expression(row.get(1)), Optional.empty())));
            List<Change> changes = diff(database, desired);
            assertEquals(row.get(2).equals("same") ? 0 : 6, changes.size(), () -> row + ": " + changes);
            database.execute("drop table t", "drop type mood", "drop sequence a_seq");
        }
    }

    @Test
    void generatedColumnsAndCheckOverARetypedColumnAreTheSame(TestDatabase database) throws SQLException {
        create(database);
        database.execute(
                "alter table t add column g text generated always as (lower(status)) stored",
                "alter table t add constraint c check (label <> 'x')");
        Table present = read(database);
        List<Column> columns = new ArrayList<>(present.columns());
        columns.replaceAll(column -> switch (column.name()) {
            case "g" -> column.withGenerated(Optional.of(new Generated("lower(status::text)", true)));
            case "label" -> column.withType(SqlType.parse("varchar"));
            default -> column;
        });
        Table desired = present.withColumns(columns)
                .withCheckConstraints(List.of(new CheckConstraint("c", "(label)::text <> 'x'::text", true)));
        List<String> changes =
                diff(database, desired).stream().map(Change::description).toList();
        assertEquals(1, changes.size(), changes::toString);
        assertTrue(changes.get(0).contains("label"), changes::toString);
    }

    @Test
    void whatTheServerDoesNotUnderstandDiffers(TestDatabase database) throws SQLException {
        create(database);
        database.execute("alter table t add constraint c check (rank > 0)");
        Table present = read(database);
        for (String text : List.of(
                "no_such_function(rank)",
                "no_such_column > 0",
                "rank > 0) not valid; drop table t; --",
                "rank > 0); commit; drop table t; select (1",
                "rank > 'unfinished")) {
            Table desired = present.withCheckConstraints(
                    List.of(new CheckConstraint("c", text, true), new CheckConstraint("d", "( rank ) >   0", true)));
            List<Change> changes = diff(database, desired);
            assertEquals(1, changes.size(), changes::toString);
        }
        assertEquals(present, read(database));
    }

    @Test
    void nothingIsLeftNobodyWaitsAndNoPrivilegeIsNeeded(TestDatabase database) throws SQLException {
        create(database);
        database.execute("alter table t add constraint c check (rank > 0)");
        String role = "asker_" + database.name();
        database.execute("create role \"" + role + "\"", "revoke create on schema public from public");
        Table present = read(database);
        Schema desired = schema(present.withCheckConstraints(List.of(new CheckConstraint("c", "( rank ) > 0", true))));
        String relations = "select count(*) from pg_class where relname like 'migratable%'";
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                Connection other = database.connect();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table t in access exclusive mode");
            statement.execute("set role \"" + role + "\"");
            statement.execute("set default_transaction_read_only = on");
            assertEquals(List.of(), diff(connection, schema(present), desired));
            assertTrue(connection.getAutoCommit());
            connection.setAutoCommit(false);
            statement.execute("set transaction read write");
            statement.execute("set local search_path = pg_catalog");
            assertEquals(List.of(), diff(connection, schema(present), desired));
            assertFalse(connection.getAutoCommit());
            try (var result = statement.executeQuery("show search_path")) {
                result.next();
                assertEquals("pg_catalog", result.getString(1));
            }
            connection.commit();
        } finally {
            database.execute("drop role \"" + role + "\"");
        }
        assertEquals(List.of(List.of("0")), database.query(relations));
    }

    @Test
    void withoutTheServerTheRulesDecide(TestDatabase database) throws SQLException {
        create(database);
        database.execute(
                "alter table t add constraint c check (status in ('A', 'B'))",
                "revoke temporary on database \"" + database.name() + "\" from public");
        String role = "nobody_" + database.name();
        database.execute("create role \"" + role + "\"");
        Table present = read(database);
        Schema desired =
                schema(present.withCheckConstraints(List.of(new CheckConstraint("c", "status in ('B','A')", true))));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role \"" + role + "\"");
            assertEquals(List.of(), diff(connection, schema(present), desired));
            assertTrue(connection.getAutoCommit());
            statement.execute("reset role");
        } finally {
            database.execute("drop role \"" + role + "\"");
        }
    }

    private static Index index(String name, IndexKey key, Optional<String> predicate) {
        return new Index(name, false, Index.DEFAULT_METHOD, List.of(key), List.of(), predicate, false, true);
    }

    private static IndexKey expression(String text) {
        return new IndexKey(text, true, false, false, Optional.empty(), Optional.empty());
    }

    private static void create(TestDatabase database) throws SQLException {
        database.execute(
                "create type public.mood as enum ('sad', 'ok')",
                "create sequence a_seq",
                "create table t (id integer, rank integer, status varchar(20), label text, span interval)");
    }

    private static List<Change> diff(TestDatabase database, Table desired) throws SQLException {
        try (Connection connection = database.connect()) {
            return diff(connection, schema(read(database)), schema(desired));
        }
    }

    private static List<Change> diff(Connection connection, Schema current, Schema desired) {
        Model model = new Model(desired, Declarations.NONE);
        return SchemaDiffer.diff(current, model, new ExpressionInspector(connection));
    }

    private static Schema schema(Table table) {
        return new Schema(List.of(table), List.of());
    }

    private static Table read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection)
                    .schema()
                    .table(QualifiedName.inPublic("t"))
                    .orElseThrow();
        }
    }
}

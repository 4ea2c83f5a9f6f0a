package dev.migratable.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Index;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@PostgresTest
class CatalogInspectorTest {

    @Test
    void readsEverythingThatASchemaMayHold(TestDatabase database) throws SQLException {
        assertSnapshot("everything", database);
    }

    @Test
    void readsWhatIsNewSince15To18(TestDatabase database) throws SQLException {
        assumeTrue(database.serverVersion() >= 18, "needs PostgreSQL 18");
        assertSnapshot("newer", database);
    }

    @Test
    void reportsParkedColumnsAndTablesApart(TestDatabase database) throws SQLException {
        database.execute(resource("everything.sql"));
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogInspector.inspect(connection);
            assertEquals(
                    List.of(new ColumnName(QualifiedName.inPublic("customer"), "gone__parked_0007")),
                    catalog.parkedColumns());
            assertEquals(
                    List.of(new QualifiedName("migratable_parked", "old_table__parked_0001")), catalog.parkedTables());
            assertEquals(database.serverVersion(), catalog.serverVersion());
        }
    }

    @Test
    void readsOnlyWhatIsInScope(TestDatabase database) throws SQLException {
        database.execute(resource("everything.sql"));
        try (Connection connection = database.connect()) {
            Schema shop = CatalogInspector.inspect(connection, CatalogScope.ofSchemas(List.of("shop")))
                    .schema();
            assertEquals(List.of("shop.orders"), names(shop.tables().stream().map(Table::name)));
            assertEquals(
                    List.of("shop.numbers"), names(shop.sequences().stream().map(Sequence::name)));

            QualifiedName customer = QualifiedName.inPublic("customer");
            Catalog one = CatalogInspector.inspect(connection, CatalogScope.ofTables(List.of(customer)));
            assertEquals(
                    List.of("public.customer"),
                    names(one.schema().tables().stream().map(Table::name)));
            assertEquals(
                    List.of("public.customer_legacy_id_seq"),
                    names(one.schema().sequences().stream().map(Sequence::name)));
            assertEquals(
                    CatalogInspector.inspect(connection).schema().table(customer),
                    one.schema().table(customer));

            assertEquals(
                    Schema.EMPTY,
                    CatalogInspector.inspect(connection, CatalogScope.ofTables(List.of()))
                            .schema());
        }
    }

    @Test
    void namesWhatLiesOutOfScopeAndWhatATypeDoesNotGetByItself(TestDatabase database) throws SQLException {
        database.execute(
                "create domain word as varchar(10)",
                "create table far (id integer primary key, b__parked_0001 integer unique, c integer, gone integer,"
                        + " d integer, unique (d, c))",
                "alter table far drop column gone",
                "create table near (gone integer, id oid, name word collate \"C\", f integer references far,"
                        + " g integer references far (b__parked_0001), c integer, d integer,"
                        + " foreign key (c, d) references far (c, d))",
                "alter table near drop column gone",
                "create index i on near (f oid_ops, name, name collate \"default\", (name || 'x'), id) include (d)");
        QualifiedName name = QualifiedName.inPublic("near");
        try (Connection connection = database.connect()) {
            Table near = CatalogInspector.inspect(connection, CatalogScope.ofTables(List.of(name)))
                    .schema()
                    .table(name)
                    .orElseThrow();
            assertEquals(
                    List.of("[c, d] public.far[c, d]", "[f] public.far[id]"),
                    near.foreignKeys().stream()
                            .map(key -> key.columns() + " " + key.referencedTable() + key.referencedColumns())
                            .toList());
            Index index = near.indexes().get(0);
            assertEquals(
                    List.of(
                            "f oid_ops ",
                            "name  ",
                            "name  pg_catalog.\"default\"",
                            "(name)::text || 'x'::text  ",
                            "id  "),
                    index.keys().stream()
                            .map(key -> key.text() + " " + key.operatorClass().orElse("") + " "
                                    + key.collation().orElse(""))
                            .toList());
            assertEquals(List.of("d"), index.include());
        }
    }

    @Test
    void leavesTheSessionAsItWas(TestDatabase database) throws SQLException {
        database.execute("create table t (id integer)");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = pg_temp, public");
            CatalogInspector.inspect(connection);
            assertTrue(connection.getAutoCommit());
            assertEquals("pg_temp, public", setting(statement, "search_path"));
            assertEquals("read committed", setting(statement, "transaction_isolation"));
            statement.execute("create table written_afterwards ()");
        }
    }

    @Test
    void usesTheTransactionOfTheCaller(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local search_path = pg_temp, public");
            statement.execute("create table public.uncommitted (id integer)");
            Schema schema = CatalogInspector.inspect(connection).schema();
            assertEquals(
                    List.of("public.uncommitted"),
                    names(schema.tables().stream().map(Table::name)));
            assertFalse(connection.getAutoCommit());
            assertEquals("pg_temp, public", setting(statement, "search_path"));
            connection.commit();
        }
        assertEquals(1, model(database).schema().tables().size());
    }

    @Test
    void estimatesRows(TestDatabase database) throws SQLException {
        database.execute(
                "create table empty (id integer)",
                "create table analyzed as select generate_series(1, 5000) as id",
                "analyze analyzed",
                "create table unknown (id integer) with (autovacuum_enabled = false)",
                "insert into unknown select generate_series(1, 5000)",
                "create table emptied as select 1 as id",
                "analyze emptied",
                "truncate emptied",
                "create table whole (id integer) partition by range (id)",
                "create table part_1 partition of whole for values from (0) to (10000)",
                "create table part_2 partition of whole for values from (10000) to (20000)",
                "insert into whole select generate_series(1, 3000)",
                "analyze part_1",
                "create table partly (id integer) partition by range (id)",
                "create table part_3 partition of partly for values from (0) to (10000)"
                        + " with (autovacuum_enabled = false)",
                "insert into partly select generate_series(1, 3000)");
        try (Connection connection = database.connect()) {
            Map<String, Long> counts = new TreeMap<>();
            CatalogInspector.inspect(connection).rowCounts().forEach((table, rows) -> counts.put(table.name(), rows));
            assertEquals("{analyzed=5000, emptied=0, empty=0, part_1=3000, part_2=0, whole=3000}", counts.toString());
        }
    }

    @Test
    void tellsWhetherTheSessionIsInUtc(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String zone : List.of("UTC", "Etc/UTC", "GMT", "Zulu")) {
                statement.execute("set time zone '" + zone + "'");
                assertTrue(CatalogInspector.inspect(connection).fixedUtc(), zone);
            }
            for (String zone : List.of("Europe/London", "Africa/Abidjan", "Etc/GMT-1", "UTC+1", "<+00>0")) {
                statement.execute("set time zone '" + zone + "'");
                assertFalse(CatalogInspector.inspect(connection).fixedUtc(), zone);
            }
        }
    }

    @Test
    void leavesOutWhatBelongsToAnExtension(TestDatabase database) throws SQLException {
        database.execute(
                "create extension pg_trgm",
                "create table owned_by_extension (id serial)",
                "alter extension pg_trgm add table owned_by_extension",
                "alter extension pg_trgm add sequence owned_by_extension_id_seq",
                "create table t (name text)",
                "create index t_name on t using gist (name gist_trgm_ops (siglen = 32))");
        Schema schema = model(database).schema();
        assertEquals(List.of("public.t"), names(schema.tables().stream().map(Table::name)));
        assertEquals(List.of(), schema.sequences());
        assertEquals(
                Optional.of("public.gist_trgm_ops(siglen=32)"),
                schema.tables().get(0).indexes().get(0).keys().get(0).operatorClass());
    }

    @Test
    void readsAnIndexThatAFailedBuildLeft(TestDatabase database) throws SQLException {
        database.execute("create table t (id integer)", "insert into t values (1), (1)");
        assertThrows(SQLException.class, () -> database.execute("create unique index concurrently t_id on t (id)"));
        Index index = model(database).schema().tables().get(0).indexes().get(0);
        assertFalse(index.valid());
        assertEquals("t_id", index.name());
    }

    @Test
    void leavesOutWhatTheRoleHasNoPartIn(TestDatabase database) throws SQLException {
        String role = "owner_" + database.name();
        database.execute(
                "create role \"" + role + "\"",
                "grant create on schema public to \"" + role + "\"",
                "create table theirs (id integer)",
                "create sequence their_numbers",
                "create table readable (id integer)",
                "grant select on readable to \"" + role + "\"",
                "create table by_column (id integer, secret integer)",
                "grant select (id) on by_column to \"" + role + "\"",
                "create table mine (id integer, other integer)",
                "alter table theirs add primary key (id)",
                "alter table mine add foreign key (other) references theirs",
                "alter table mine owner to \"" + role + "\"");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role \"" + role + "\"");
            Catalog catalog = CatalogInspector.inspect(connection);
            assertEquals(
                    List.of("by_column", "mine", "readable"),
                    catalog.schema().tables().stream()
                            .map(t -> t.name().display())
                            .toList());
            assertEquals(List.of(), List.copyOf(catalog.schema().sequences()));
            QualifiedName theirs = QualifiedName.inPublic("theirs");
            assertEquals(Set.of(theirs), catalog.strangers().keySet());
            assertEquals(
                    theirs,
                    catalog.schema()
                            .table(QualifiedName.inPublic("mine"))
                            .orElseThrow()
                            .foreignKeys()
                            .iterator()
                            .next()
                            .referencedTable());

            Schema named = CatalogInspector.inspect(connection, CatalogScope.ofTables(List.of(theirs)))
                    .schema();
            assertEquals(theirs, named.tables().get(0).name());
            MigratableException hidden = assertThrows(MigratableException.class, () -> catalog.requireAll(named));
            assertEquals("CAT05", hidden.code());
            assertTrue(
                    hidden.getMessage().startsWith("the table theirs is there and belongs to the role "),
                    hidden.line());
            catalog.requireAll(catalog.schema());
        }
    }

    @Test
    void saysWhatIsWrong(TestDatabase database) throws SQLException {
        Connection closed = database.connect();
        closed.close();
        MigratableException noConnection =
                assertThrows(MigratableException.class, () -> CatalogInspector.inspect(closed));
        assertEquals("CAT01", noConnection.code());
        assertTrue(noConnection.line().contains("closed"), noConnection.line());

        String role = "inspector_" + database.name();
        database.execute(
                "create role \"" + role + "\"",
                "create table t (id integer)",
                "revoke select on pg_catalog.pg_sequence from public");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set role \"" + role + "\"");
            MigratableException denied =
                    assertThrows(MigratableException.class, () -> CatalogInspector.inspect(connection));
            assertEquals("CAT02", denied.code());
            assertTrue(denied.line().contains("pg_sequence"), denied.line());
            assertTrue(denied.line().contains(database.name()), denied.line());
            assertEquals(1, denied.line().lines().count());
            assertTrue(connection.getAutoCommit());

            connection.setAutoCommit(false);
            assertThrows(MigratableException.class, () -> CatalogInspector.inspect(connection));
            statement.execute("reset role");
            CatalogInspector.inspect(connection);
            connection.rollback();
        }
        database.execute("drop role \"" + role + "\"");
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet result = statement.executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    private static List<String> names(Stream<QualifiedName> names) {
        return names.map(QualifiedName::toString).toList();
    }

    /** {@code -Dgolden.update=true} writes the expected text anew. */
    private static void assertSnapshot(String name, TestDatabase database) throws SQLException {
        database.execute(resource(name + ".sql"));
        String snapshot = ModelJson.write(model(database));
        if (Boolean.getBoolean("golden.update")) {
            write(name + ".json", snapshot);
        }
        String expected = resource(name + ".json");
        boolean knowsPersistence = database.serverVersion() >= 15;
        assertEquals(knowsPersistence ? expected : expected.replace(", \"persistence\": \"logged\"", ""), snapshot);
        assertEquals(model(database), ModelJson.read(snapshot, name));
    }

    private static Model model(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new Model(CatalogInspector.inspect(connection).schema(), Declarations.NONE);
        }
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/dev/migratable/catalog").resolve(name);
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

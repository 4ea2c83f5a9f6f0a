package dev.migratable.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableSettings;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What hangs on a table must be known to whoever wants to change the table. */
@PostgresTest
class DependentsTest {

    private static final QualifiedName T = QualifiedName.inPublic("t");

    @Test
    void plainTablesHaveNone(TestDatabase database) throws SQLException {
        database.execute(
                "create table p (id integer generated always as identity primary key, a text not null unique)",
                "create table c (id serial primary key, p integer references p, check (p > 0))",
                "create index c_p on c (p)",
                "create table parts (id integer not null) partition by range (id)",
                "create table part partition of parts default");
        assertEquals(List.of(), of(database));
    }

    @Test
    void viewsAreFoundThroughViews(TestDatabase database) throws SQLException {
        database.execute(
                "create table t (id integer, a text, b text)",
                "create view v as select id, upper(a) as x from t",
                "create materialized view \"M\" as select x from v",
                "create view top as select * from \"M\"",
                "create table log (id integer)",
                "create rule r as on insert to t do also insert into log values (new.id)");
        assertEquals(
                List.of(
                        "rule r on public.t of log.id",
                        "view public.top of t",
                        "view public.v of t.a",
                        "view public.v of t.id",
                        "materialized view public.\"M\" of t",
                        "rule r on public.t of t",
                        "rule r on public.t of t.id"),
                of(database));
    }

    @Test
    void triggersPoliciesFunctionsPublicationsStatisticsAndPrivileges(TestDatabase database) throws SQLException {
        String role = "reader_" + database.name();
        database.execute(
                "create table t (id integer primary key, a text, b text)",
                "create function noted() returns trigger language plpgsql as $$ begin return new; end $$",
                "create trigger tr after update of b on t for each row when (new.a is not null)"
                        + " execute function noted()",
                "create policy mine on t for select using (a = current_user)",
                "create function names(t) returns text language sql as $$ select $1.a $$",
                "create table holder (item t)",
                "create publication pub for table t",
                "create statistics stat on a, b from t",
                "create table child () inherits (t)",
                "create role \"" + role + "\"",
                "grant select, insert on t to \"" + role + "\"",
                "grant update (a) on t to \"" + role + "\"",
                "grant select on t to public");
        String definition = "CREATE TRIGGER tr AFTER UPDATE OF b ON public.t FOR EACH ROW WHEN ((new.a IS NOT NULL))"
                + " EXECUTE FUNCTION public.noted()";
        List<String> found = of(database);
        database.execute("drop owned by \"" + role + "\"", "drop role \"" + role + "\"");
        assertEquals(
                List.of(
                        "trigger tr of t (" + definition + ")",
                        "trigger tr of t.a (" + definition + ")",
                        "trigger tr of t.b (" + definition + ")",
                        "policy mine on public.t of t (SELECT)",
                        "policy mine on public.t of t.a (SELECT)",
                        "function public.names(public.t) of t (takes or gives rows of the table)",
                        "column public.holder.item of t (is of the row type)",
                        "publication pub of t",
                        "statistics public.stat of t.a",
                        "statistics public.stat of t.b",
                        "privilege PUBLIC of t (SELECT)",
                        "privilege " + role + " of t (INSERT, SELECT)",
                        "privilege " + role + " of t.a (UPDATE)",
                        "child public.child of t"),
                found);
    }

    @Test
    void settingsThatNoEntitySpeaksOf(TestDatabase database) throws SQLException {
        database.execute(
                "create table t (id integer primary key, a text, b text) with (fillfactor = 70)",
                "alter table t alter a set storage external, alter b set statistics 500,"
                        + " alter b set (n_distinct = -1), enable row level security, replica identity full",
                "create index t_a on t (a) with (fillfactor = 50)",
                "cluster t using t_pkey",
                "comment on index t_a is 'why'",
                "alter table t add constraint c check (id > 0)",
                "comment on constraint c on t is 'it''s so'");
        assertEquals(
                List.of(
                        "setting index t_pkey: the table is clustered on it of t",
                        "setting replica identity full of t",
                        "setting row level security of t"),
                of(database));
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogInspector.inspect(connection);
            assertEquals(3, catalog.dependents(T).size());
            Table table = catalog.schema().table(T).orElseThrow();
            assertEquals(
                    new TableSettings(
                            Map.of("fillfactor", "70"), Map.of(), Map.of("t_a", "why"), Map.of("c", "it's so")),
                    table.settings().orElseThrow());
            assertEquals(Map.of("fillfactor", "50"), table.indexes().get(0).parameters());
            assertEquals(
                    Optional.of("external"),
                    table.column("a").orElseThrow().settings().storage());
            assertEquals(
                    new ColumnSettings(
                            Optional.empty(), Optional.empty(), Optional.of(500), Map.of("n_distinct", "-1")),
                    table.column("b").orElseThrow().settings());
        }
    }

    @Test
    void whatNewerServersHave(TestDatabase database) throws SQLException {
        List<String> expected = new ArrayList<>();
        database.execute("create table t (id integer, a text)");
        if (database.serverVersion() >= 14) {
            database.execute(
                    "alter table t alter a set compression pglz",
                    "create function atomic() returns bigint language sql begin atomic select count(a) from t; end");
            expected.add("function public.atomic() of t");
            expected.add("function public.atomic() of t.a");
        }
        if (database.serverVersion() >= 15) {
            database.execute("create publication few for table t (id)");
            expected.add("publication few of t.id");
        }
        if (database.serverVersion() >= 18) {
            database.execute("alter table t add constraint nn not null a no inherit");
            expected.add("setting constraint nn: NOT NULL a NO INHERIT of t.a");
        }
        List<String> found = of(database);
        found.remove("function public.atomic() of t");
        expected.remove("function public.atomic() of t");
        assertEquals(expected, found);
    }

    @Test
    void whoMayDrawFromASequence(TestDatabase database) throws SQLException {
        database.execute(
                "create sequence s",
                "create sequence own",
                "revoke all on sequence own from public",
                "grant usage, select on sequence s to public, pg_monitor");
        assertEquals(
                List.of("privilege PUBLIC of s (SELECT, USAGE)", "privilege pg_monitor of s (SELECT, USAGE)"),
                of(database));
    }

    @Test
    void foreignKeysFromTablesThatAreNotRead(TestDatabase database) throws SQLException {
        database.execute(
                "create schema other",
                "create table t (id integer primary key)",
                "create table other.c (t integer constraint fk references t)");
        try (Connection connection = database.connect()) {
            List<String> all = lines(CatalogInspector.inspect(connection));
            assertTrue(all.isEmpty(), all::toString);
            assertEquals(
                    List.of("foreign key fk of other.c of t.id (FOREIGN KEY (t) REFERENCES public.t(id))"),
                    lines(CatalogInspector.inspect(connection, CatalogScope.ofSchemas(List.of("public")))));
        }
    }

    private static List<String> of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return lines(CatalogInspector.inspect(connection));
        }
    }

    private static List<String> lines(Catalog catalog) {
        return new ArrayList<>(
                catalog.dependents().stream().map(Dependent::display).toList());
    }
}

package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.hook.HookPoint.Scope;
import dev.migratable.runtime.hook.HookPoint.When;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.preflight.PreflightFinding;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of a second column and of its rollout, each beside the naive solution that falls into it. */
@PostgresTest
class TwinTrapsTest {

    private static final int COLUMN_LISTS = 15;

    private final TestDatabase database;

    @TempDir
    private Path changelog = Path.of("");

    TwinTrapsTest(TestDatabase database) {
        this.database = database;
    }

    /** Creates the table, and a naive one that looks the same. */
    @BeforeEach
    void generate() throws Exception {
        PlanCase rename = PlanCase.named("rename")
                .from(table("customer").add(collated("email")).nullable("name", "text"))
                .to(table("customer").add(collated("mail")).nullable("name", "text"))
                .renamed("customer", "email", "mail");
        ChangelogWriter.write(changelog, rename.creation());
        StockLiquibase.update(database, changelog);
        database.execute(
                "INSERT INTO customer SELECT n, 'c' || n, 'n' || n FROM generate_series(1, 5) n",
                "CREATE TABLE naive (LIKE customer INCLUDING ALL)",
                "INSERT INTO naive SELECT * FROM customer");
        ChangelogWriter.write(changelog, rename.result().plan().orElseThrow());
    }

    private static Column collated(String name) {
        return Column.of(name, SqlType.parse("text"), true).withCollation(Optional.of("pg_catalog.\"C\""));
    }

    private Migrator.Builder migrator() {
        return Migrator.builder(database.dataSource()).changelog(changelog);
    }

    private static ApplyReport apply(Migrator migrator, Set<PhaseGroup> phases) {
        return migrator.apply(phases, Optional.of("test"), Set.of("PostgreSQL JDBC Driver"));
    }

    private ApplyReport expand() {
        return apply(migrator().build(), Set.of(PhaseGroup.EXPAND));
    }

    private String one(String query) throws SQLException {
        return String.valueOf(database.query(query).get(0).get(0));
    }

    /** Until the end of the verification nobody is told that the rollout may begin. */
    @Trap(4)
    @Test
    void aNullOfTheNewVersionIsKeptFromTheMomentTheRolloutMayBegin() throws Exception {
        String writeNull = "UPDATE customer SET mail = NULL WHERE id = ";
        StopSignal stop = new StopSignal();
        ApplyReport stopped = apply(
                migrator()
                        .stop(stop)
                        .hook((point, connection) -> {
                            if (point.scope() == Scope.PHASE
                                    && point.when() == When.BEFORE
                                    && point.phase() == Phase.BACKFILL) {
                                database.execute(writeNull + 1);
                                stop.request();
                            }
                        })
                        .build(),
                Set.of(PhaseGroup.EXPAND));
        assertTrue(stopped.stopped());
        assertEquals("expanding", state());
        expand();
        assertEquals("c1", one("SELECT mail FROM customer WHERE id = 1"), "released once the triggers are there");
        assertEquals("expanded", state());
        database.execute(writeNull + 2);
        assertEquals("1", one("SELECT count(*) FROM customer WHERE id = 2 AND mail IS NULL AND email IS NULL"));
        assertEquals(
                List.of(),
                apply(migrator().build(), Set.of(PhaseGroup.CONTRACT)).closedGates());
        assertEquals("1", one("SELECT count(*) FROM customer WHERE id = 2 AND mail IS NULL"));
    }

    private String state() {
        return migrator().build().status().migrations().stream()
                .filter(migration -> migration.id().equals("0002_evolve"))
                .map(migration -> migration.state())
                .findFirst()
                .orElseThrow();
    }

    @Trap(11)
    @Test
    void aPreparedStatementThatNamesItsColumnsGoesOn() throws Exception {
        try (Connection client = database.connect();
                Statement statement = client.createStatement()) {
            for (String prepared : List.of(
                    "ours AS SELECT id, email FROM customer",
                    "changed AS UPDATE customer SET name = name RETURNING id, email",
                    "everything AS SELECT * FROM customer",
                    "naive AS SELECT id, email FROM naive")) {
                statement.execute("PREPARE " + prepared);
                statement.execute("EXECUTE " + prepared.substring(0, prepared.indexOf(' ')));
            }
            expand();
            database.execute("ALTER TABLE naive ALTER COLUMN email TYPE varchar(50)");
            statement.execute("EXECUTE ours");
            statement.execute("EXECUTE changed");
            for (String broken : List.of("naive", "everything")) {
                SQLException failure =
                        assertThrows(SQLException.class, () -> statement.execute("EXECUTE " + broken), broken);
                assertEquals("ERROR: cached plan must not change result type", failure.getMessage());
            }
        }
    }

    @Trap(12)
    @Test
    void aMigrationUsesUpOneNumberForItsTwinAndNoMore() throws Exception {
        String highest = "SELECT max(attnum) FROM pg_attribute WHERE attrelid = '%s'::regclass";
        assertEquals("3", one(highest.formatted("customer")));
        database.execute(
                "ALTER TABLE naive ADD COLUMN mail text, ADD COLUMN needs_backfill boolean DEFAULT true",
                "ALTER TABLE naive DROP COLUMN needs_backfill, DROP COLUMN email");
        apply(migrator().build(), EnumSet.allOf(PhaseGroup.class));
        assertEquals("contracted", state());
        assertEquals("5", one(highest.formatted("naive")), "the naive helper column");
        assertEquals("4", one(highest.formatted("customer")));
        assertEquals(
                "0", one("SELECT count(*) FROM pg_attribute WHERE attrelid = 'customer'::regclass AND attisdropped"));
    }

    @Trap(14)
    @Test
    void theTwinHasWhatTheColumnHas() throws Exception {
        String clerk = "clerk_" + database.name();
        database.execute("CREATE ROLE " + clerk);
        try {
            for (String name : List.of("customer", "naive")) {
                database.execute(
                        "ALTER TABLE " + name + " ALTER COLUMN email SET STATISTICS 500",
                        "ALTER TABLE " + name + " ALTER COLUMN email SET STORAGE EXTERNAL",
                        "COMMENT ON COLUMN " + name + ".email IS 'where to write to'",
                        "GRANT SELECT (email) ON " + name + " TO " + clerk);
            }
            database.execute("ALTER TABLE naive ADD COLUMN mail text");
            expand();
            String same = "SELECT a.attcollation = b.attcollation, a.attstattarget = b.attstattarget,"
                    + " a.attstorage = b.attstorage, coalesce(a.attacl::text = b.attacl::text, false),"
                    + " coalesce(col_description(a.attrelid, a.attnum) = col_description(b.attrelid, b.attnum), false)"
                    + " FROM pg_attribute a, pg_attribute b WHERE a.attrelid = '%s'::regclass AND b.attrelid = a.attrelid"
                    + " AND a.attname = 'email' AND b.attname = 'mail'";
            assertEquals(
                    List.of("t", "t", "t", "t", "t"),
                    database.query(same.formatted("customer")).get(0));
            assertFalse(database.query(same.formatted("naive")).get(0).contains("t"), "the naive twin");
            database.execute("SET ROLE " + clerk + "; SELECT mail FROM customer", "RESET ROLE");
            SQLException denied = assertThrows(
                    SQLException.class, () -> database.execute("SET ROLE " + clerk + "; SELECT mail FROM naive"));
            assertEquals("42501", denied.getSQLState());
        } finally {
            database.execute("RESET ROLE", "DROP OWNED BY " + clerk, "DROP ROLE " + clerk);
        }
    }

    @Trap(15)
    @Test
    void whatDependsOnTheColumnIsFoundBeforeAnythingRuns() throws Exception {
        boolean lists = database.serverVersion() >= COLUMN_LISTS;
        for (String name : List.of("customer", "naive")) {
            database.execute(
                    "CREATE VIEW v_" + name + " AS SELECT email FROM " + name,
                    "CREATE FUNCTION f_" + name + "() RETURNS text LANGUAGE plpgsql AS"
                            + " 'BEGIN RETURN (SELECT email FROM " + name + " WHERE id = 1); END'",
                    "CREATE POLICY p_" + name + " ON " + name + " USING (email <> '')",
                    "ALTER TABLE " + name + " ADD COLUMN low text GENERATED ALWAYS AS (lower(email)) STORED",
                    "CREATE PUBLICATION pub_" + name + " FOR TABLE " + name + (lists ? " (id, email)" : ""));
        }
        database.execute(
                "ALTER TABLE naive RENAME COLUMN email TO email_old",
                "ALTER TABLE naive ADD COLUMN mail text",
                "UPDATE naive SET mail = 'new' WHERE id = 1");
        assertEquals("c1", one("SELECT email FROM v_naive WHERE email IN ('c1', 'new')"), "a view shows what was");
        assertThrows(SQLException.class, () -> database.execute("SELECT f_naive()"), "and a function fails");
        List<String> found = new ArrayList<>();
        for (PreflightFinding finding :
                migrator().build().preflight(Set.of(PhaseGroup.EXPAND)).findings()) {
            found.add(finding.code() + " " + finding.line());
        }
        String all = String.join("\n", found);
        for (String name : List.of("view v_customer", "policy p_customer", "column low of table customer")) {
            assertTrue(found.stream().anyMatch(f -> f.startsWith("PRE01") && f.contains(name)), all);
        }
        assertTrue(all.contains("the function f_customer() mentions it"), all);
        assertTrue(all.contains("pub_customer"), all);
        if (lists) {
            assertTrue(found.stream().anyMatch(f -> f.startsWith("PRE01") && f.contains("pub_customer")), all);
        }
    }
}

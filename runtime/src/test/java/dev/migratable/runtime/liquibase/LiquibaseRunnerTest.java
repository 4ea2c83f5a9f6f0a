package dev.migratable.runtime.liquibase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class LiquibaseRunnerTest {

    private static final String EXPAND = """
            --liquibase formatted sql logicalFilePath:0001_x/expand.sql

            --changeset migratable:0001-first splitStatements:false
            SET LOCAL lock_timeout = '1s';
            CREATE TABLE t (a int);
            --rollback DROP TABLE t;

            --changeset migratable:0001-second runInTransaction:false splitStatements:false
            DO $$ BEGIN FOR n IN 1..3 LOOP INSERT INTO t VALUES (n); COMMIT; END LOOP; END $$
            --rollback DELETE FROM t;
            """;

    private static final String CONTRACT = """
            --liquibase formatted sql logicalFilePath:0001_x/contract.sql

            --changeset migratable:0001-third splitStatements:false
            --preconditions onFail:CONTINUE onError:HALT
            --precondition-sql-check expectedResult:0 SELECT count(*) FROM t WHERE a > 2
            DROP TABLE t;
            --rollback CREATE TABLE t (a int);
            """;

    private final TestDatabase database;

    @TempDir
    private Path directory;

    LiquibaseRunnerTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void writeChangelog() throws IOException {
        Files.createDirectories(directory.resolve("0001_x"));
        write("0001_x/expand.sql", EXPAND);
        write("0001_x/contract.sql", CONTRACT);
        write("db.changelog-root.yaml", """
                databaseChangeLog:
                  - include: {file: 0001_x/expand.sql, relativeToChangelogFile: true}
                  - include: {file: 0001_x/contract.sql, relativeToChangelogFile: true}
                """);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    @Test
    void runsOneChangeSetAtATimeWithoutAWordAndWithoutALockTable() throws SQLException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream trap = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(trap);
        System.setErr(trap);
        try (Connection connection = database.connect()) {
            LiquibaseRunner runner = LiquibaseRunner.open(directory, connection);
            List<ChangeSetName> pending = runner.pending();
            assertEquals(
                    List.of(
                            "0001_x/expand.sql 0001-first",
                            "0001_x/expand.sql 0001-second",
                            "0001_x/contract.sql 0001-third"),
                    pending.stream().map(ChangeSetName::toString).toList());
            assertEquals(
                    List.of("0001_x"),
                    pending.stream().map(ChangeSetName::migration).distinct().toList());
            assertEquals(LiquibaseRunner.Outcome.EXECUTED, runner.run(pending.get(0)));
            assertEquals(LiquibaseRunner.Outcome.EXECUTED, runner.run(pending.get(1)));
            assertEquals(LiquibaseRunner.Outcome.SKIPPED, runner.run(pending.get(2)));
            assertEquals(pending.subList(2, 3), runner.pending());
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
        assertEquals(
                List.of(List.of("0001-first"), List.of("0001-second")),
                database.query("SELECT id FROM databasechangelog ORDER BY orderexecuted"));
        assertEquals(List.of(), database.query("SELECT 1 WHERE to_regclass('databasechangeloglock') IS NOT NULL"));
    }

    @Test
    void aNewRunnerTakesUpASkippedChangeSet() throws SQLException {
        try (Connection connection = database.connect()) {
            LiquibaseRunner runner = LiquibaseRunner.open(directory, connection);
            for (ChangeSetName name : runner.pending()) {
                runner.run(name);
            }
        }
        database.execute("DELETE FROM t WHERE a > 2");
        try (Connection connection = database.connect()) {
            LiquibaseRunner runner = LiquibaseRunner.open(directory, connection);
            assertEquals(1, runner.pending().size());
            assertEquals(
                    LiquibaseRunner.Outcome.EXECUTED,
                    runner.run(runner.pending().get(0)));
        }
        assertEquals(List.of(), database.query("SELECT 1 WHERE to_regclass('t') IS NOT NULL"));
    }

    @Test
    void readingWritesNothing() throws SQLException {
        try (Connection connection = database.connect()) {
            LiquibaseRunner runner = LiquibaseRunner.openToRead(directory, connection);
            List<ChangeSetName> pending = runner.pending();
            assertEquals(3, pending.size());
            assertEquals(
                    List.of("SET LOCAL lock_timeout = '1s';\nCREATE TABLE t (a int)"),
                    runner.statements(pending.get(0)));
        }
        assertEquals(
                List.of(), database.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"));
    }

    @Test
    void anEditedFileIsNamedAndNothingRuns() throws Exception {
        try (Connection connection = database.connect()) {
            LiquibaseRunner runner = LiquibaseRunner.open(directory, connection);
            runner.run(runner.pending().get(0));
        }
        write("0001_x/expand.sql", EXPAND.replace("a int", "a bigint"));
        try (Connection connection = database.connect()) {
            MigratableException failure =
                    assertThrows(MigratableException.class, () -> LiquibaseRunner.open(directory, connection));
            assertEquals(
                    "LIQ01 0001_x/expand.sql: change set 0001-first has been edited after it ran. Restore the file as it"
                            + " was, and put the new change into a migration of its own.",
                    failure.line());
        }
    }

    @Test
    void aMissingRootIsNamed() throws Exception {
        Files.delete(directory.resolve("db.changelog-root.yaml"));
        try (Connection connection = database.connect()) {
            MigratableException failure =
                    assertThrows(MigratableException.class, () -> LiquibaseRunner.open(directory, connection));
            assertTrue(failure.line().startsWith("LIQ03 " + directory + ": there is no db.changelog-root.yaml. "));
        }
    }

    @Test
    void aBrokenChangelogEndsInOneLine() throws Exception {
        write("db.changelog-root.yaml", "databaseChangeLog:\n  - include: {file: missing.sql}\n");
        try (Connection connection = database.connect()) {
            MigratableException failure =
                    assertThrows(MigratableException.class, () -> LiquibaseRunner.open(directory, connection));
            assertEquals(1, failure.line().lines().count());
            assertTrue(failure.line().contains("missing.sql"), failure.line());
        }
    }

    @Test
    void aFailedStatementKeepsItsSqlStateAndUndoesItsTransaction() throws Exception {
        write("0001_x/expand.sql", EXPAND.replace("CREATE TABLE t (a int);", "CREATE TABLE t (a int); SELECT 1/0;"));
        try (Connection connection = database.connect()) {
            LiquibaseRunner runner = LiquibaseRunner.open(directory, connection);
            ChangeSetName first = runner.pending().get(0);
            SQLException failure = assertThrows(SQLException.class, () -> runner.run(first));
            assertEquals("22012", failure.getSQLState());
            assertFalse(runner.pending().isEmpty());
        }
        assertEquals(List.of(), database.query("SELECT 1 WHERE to_regclass('t') IS NOT NULL"));
    }
}

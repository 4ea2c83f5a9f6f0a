package dev.migratable.runtime.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps every run of a runner and each of its steps, in {@code migratable.run} and {@code migratable.step_run}. The
 * server's clock gives the times. Works on the connection it is given and never commits.
 */
public final class HistoryStore {

    private static final String SCHEMA_MISSING = "SELECT to_regnamespace('migratable') IS NULL";

    private static final String CREATE_SCHEMA = "CREATE SCHEMA migratable";

    private static final String RUN_MISSING = "SELECT to_regclass('migratable.run') IS NULL";

    private static final String CREATE_RUN = """
            CREATE TABLE migratable.run (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                command text NOT NULL,
                version text NOT NULL,
                who text NOT NULL DEFAULT current_user,
                started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                finished_at timestamptz,
                outcome text,
                detail text
            )""";

    private static final String STEP_MISSING = "SELECT to_regclass('migratable.step_run') IS NULL";

    private static final String CREATE_STEP = """
            CREATE TABLE migratable.step_run (
                run_id bigint NOT NULL REFERENCES migratable.run,
                number integer NOT NULL,
                migration text NOT NULL,
                step text NOT NULL,
                started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                finished_at timestamptz,
                duration interval GENERATED ALWAYS AS (finished_at - started_at) STORED,
                outcome text,
                rows_written bigint NOT NULL DEFAULT 0,
                lock_attempts integer NOT NULL DEFAULT 1,
                detail text,
                PRIMARY KEY (run_id, number)
            )""";

    private static final String START_RUN = "INSERT INTO migratable.run (command, version) VALUES (?, ?) RETURNING id";

    private static final String FINISH_RUN =
            "UPDATE migratable.run SET finished_at = clock_timestamp(), outcome = ?, detail = ? WHERE id = ?";

    private static final String START_STEP =
            "INSERT INTO migratable.step_run (run_id, number, migration, step) VALUES (?, ?, ?, ?)";

    private static final String FINISH_STEP = """
            UPDATE migratable.step_run
            SET finished_at = clock_timestamp(), outcome = ?, rows_written = ?, lock_attempts = ?, detail = ?
            WHERE run_id = ? AND number = ?""";

    private static final String LATEST_RUNS = """
            SELECT id, command, who, to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC',
                   coalesce(outcome, ''), coalesce(detail, ''),
                   coalesce(extract(epoch FROM finished_at - started_at) * 1000, -1)::bigint
            FROM migratable.run ORDER BY id DESC LIMIT ?""";

    /**
     * One run, as it is kept.
     *
     * @param id its number
     * @param command what was asked for
     * @param who the database user
     * @param startedAt when it began, in UTC
     * @param outcome how it ended; empty while it runs, and after it was killed
     * @param detail what went wrong; empty where nothing did
     * @param millis how long it took; -1 without an end
     */
    public record Run(
            long id, String command, String who, String startedAt, String outcome, String detail, long millis) {}

    private final Connection connection;

    /** Creates a store on a connection in autocommit mode. */
    public HistoryStore(Connection connection) {
        this.connection = connection;
    }

    /** Creates the tables where they are missing; asks first, because IF NOT EXISTS wants the privilege even then. */
    public void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            createUnlessThere(statement, SCHEMA_MISSING, CREATE_SCHEMA);
            createUnlessThere(statement, RUN_MISSING, CREATE_RUN);
            createUnlessThere(statement, STEP_MISSING, CREATE_STEP);
        }
    }

    /**
     * Notes the start of a run.
     *
     * @param command what was asked for
     * @param version the version of Migratable
     * @return the run's number
     */
    public long startRun(String command, String version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(START_RUN)) {
            statement.setString(1, command);
            statement.setString(2, version);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Notes the end of a run. */
    public void finishRun(long run, RunOutcome outcome, Optional<String> detail) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FINISH_RUN)) {
            statement.setString(1, outcome.word());
            statement.setString(2, detail.orElse(null));
            statement.setLong(3, run);
            statement.executeUpdate();
        }
    }

    /** Notes the start of a step, whose number is unique within its run. */
    public void startStep(long run, int number, String migration, String step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(START_STEP)) {
            statement.setLong(1, run);
            statement.setInt(2, number);
            statement.setString(3, migration);
            statement.setString(4, step);
            statement.executeUpdate();
        }
    }

    /**
     * Notes the end of a step.
     *
     * @param rows rows written by it
     * @param lockAttempts how often it was tried, at least 1
     */
    public void finishStep(
            long run, int number, RunOutcome outcome, long rows, int lockAttempts, Optional<String> detail)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FINISH_STEP)) {
            statement.setString(1, outcome.word());
            statement.setLong(2, rows);
            statement.setInt(3, lockAttempts);
            statement.setString(4, detail.orElse(null));
            statement.setLong(5, run);
            statement.setInt(6, number);
            statement.executeUpdate();
        }
    }

    /** Returns the latest runs, the latest one first; empty before the first run. */
    public List<Run> latestRuns(int limit) throws SQLException {
        List<Run> runs = new ArrayList<>();
        try (Statement exists = connection.createStatement()) {
            if (isTrue(exists, RUN_MISSING)) {
                return runs;
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(LATEST_RUNS)) {
            statement.setInt(1, limit);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    runs.add(new Run(
                            result.getLong(1),
                            result.getString(2),
                            result.getString(3),
                            result.getString(4),
                            result.getString(5),
                            result.getString(6),
                            result.getLong(7)));
                }
            }
        }
        return runs;
    }

    private static void createUnlessThere(Statement statement, String missing, String create) throws SQLException {
        if (isTrue(statement, missing)) {
            statement.execute(create);
        }
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}

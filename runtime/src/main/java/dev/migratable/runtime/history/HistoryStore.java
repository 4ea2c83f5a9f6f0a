package dev.migratable.runtime.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps every run of a runner, in {@code migratable.run}; {@link StepStore} keeps its steps. The server's clock gives the
 * times. Works on the connection it is given and never commits.
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
                detail text,
                operator text
            )""";

    /** Columns that tables of earlier versions lack, with the statements that add them. */
    private static final Map<String, String> LATER =
            Map.of("operator", "ALTER TABLE migratable.run ADD COLUMN IF NOT EXISTS operator text");

    private static final String START_RUN =
            "INSERT INTO migratable.run (command, version, operator) VALUES (?, ?, ?) RETURNING id";

    private static final String FINISH_RUN =
            "UPDATE migratable.run SET finished_at = clock_timestamp(), outcome = ?, detail = ? WHERE id = ?";

    private static final String NOTE_KILLED = """
            UPDATE migratable.run SET outcome = 'killed', detail = 'it ended without a word; noticed by the run after it'
            WHERE outcome IS NULL""";

    /** Read through JSON: a table of an earlier version lacks columns, and a reader may not add them. */
    private static final String RUNS = """
            SELECT id, command, who, to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC',
                   coalesce(outcome, ''), coalesce(detail, ''),
                   coalesce(extract(epoch FROM finished_at - started_at) * 1000, -1)::bigint,
                   version, coalesce(to_jsonb(run) ->> 'operator', '')
            FROM migratable.run""";

    private static final String LATEST_RUNS = RUNS + " ORDER BY id DESC LIMIT ?";

    private static final String ONE_RUN = RUNS + " WHERE id = ?";

    /**
     * One run, as it is kept.
     *
     * @param id its number
     * @param command what was asked for
     * @param who the database user
     * @param startedAt when it began, in UTC
     * @param outcome how it ended; empty while it runs, and after it was killed until the next run notices
     * @param detail what went wrong; empty where nothing did
     * @param millis how long it took; -1 without an end
     * @param version the version of Migratable
     * @param operator who ran it: a given name, or user and host; empty where that was not kept
     */
    public record Run(
            long id,
            String command,
            String who,
            String startedAt,
            String outcome,
            String detail,
            long millis,
            String version,
            String operator) {}

    private final Connection connection;

    /** Creates a store on a connection in autocommit mode. */
    public HistoryStore(Connection connection) {
        this.connection = connection;
    }

    /**
     * Creates the tables where they are missing, and adds the columns that those of an earlier version lack; asks first,
     * because IF NOT EXISTS wants the privilege even then.
     */
    public void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            createUnlessThere(statement, SCHEMA_MISSING, CREATE_SCHEMA);
            createUnlessThere(statement, RUN_MISSING, CREATE_RUN);
        }
        TableColumns.add(connection, "migratable.run", LATER);
        new StepStore(connection).create();
    }

    /**
     * Notes the start of a run.
     *
     * @param command what was asked for
     * @param version the version of Migratable
     * @param operator who runs it
     * @return the run's number
     */
    public long startRun(String command, String version, String operator) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(START_RUN)) {
            statement.setString(1, command);
            statement.setString(2, version);
            statement.setString(3, operator);
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

    /**
     * Notes of every run and step without an end that it was killed. Only for whoever holds the runner's lock, and before
     * a run of its own: then none of them can be alive.
     */
    public void noteKilled() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(NOTE_KILLED);
        }
        new StepStore(connection).noteKilled();
    }

    /** Returns the latest runs, the latest one first; empty before the first run. */
    public List<Run> latestRuns(int limit) throws SQLException {
        return runs(LATEST_RUNS, limit);
    }

    /** Returns a run; empty where there is none of that number. */
    public Optional<Run> run(long id) throws SQLException {
        return runs(ONE_RUN, id).stream().findFirst();
    }

    private List<Run> runs(String query, long parameter) throws SQLException {
        List<Run> runs = new ArrayList<>();
        try (Statement exists = connection.createStatement()) {
            if (isTrue(exists, RUN_MISSING)) {
                return runs;
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, parameter);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    runs.add(new Run(
                            result.getLong(1),
                            result.getString(2),
                            result.getString(3),
                            result.getString(4),
                            result.getString(5),
                            result.getString(6),
                            result.getLong(7),
                            result.getString(8),
                            result.getString(9)));
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

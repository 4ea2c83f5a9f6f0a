package dev.migratable.runtime.history;

import dev.migratable.runtime.estimate.Rate;
import dev.migratable.runtime.estimate.StepEstimate;
import dev.migratable.runtime.estimate.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the steps of every run, in {@code migratable.step_run}. Works on the connection it is given and never commits, so
 * that the end of a step can be noted in the step's own transaction.
 */
public final class StepStore {

    private static final String MISSING = "SELECT to_regclass('migratable.step_run') IS NULL";

    private static final String CREATE = """
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

    private static final String ADD = "ALTER TABLE migratable.step_run ADD COLUMN IF NOT EXISTS ";

    /** Columns that tables of earlier versions lack, with the statements that add them. */
    private static final Map<String, String> LATER = Map.ofEntries(
            Map.entry("phase", ADD + "phase text"),
            Map.entry("lock", ADD + "lock text"),
            Map.entry("statements", ADD + "statements integer"),
            Map.entry("sql", ADD + "sql text[]"),
            Map.entry("lock_wait_millis", ADD + "lock_wait_millis bigint"),
            Map.entry("wal_start", ADD + "wal_start pg_lsn"),
            Map.entry("wal_bytes", ADD + "wal_bytes bigint"),
            Map.entry("work", ADD + "work text"),
            Map.entry("estimated_rows", ADD + "estimated_rows bigint"),
            Map.entry("estimated_bytes", ADD + "estimated_bytes bigint"),
            Map.entry("estimated_wal", ADD + "estimated_wal bigint"),
            Map.entry("estimated_millis", ADD + "estimated_millis bigint"),
            Map.entry("estimated_from", ADD + "estimated_from integer"));

    private static final String START = """
            INSERT INTO migratable.step_run (run_id, number, migration, step, phase, lock, statements, sql, wal_start,
                work, estimated_rows, estimated_bytes, estimated_wal, estimated_millis, estimated_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, pg_current_wal_insert_lsn(), ?, ?, ?, ?, ?, ?)""";

    /** An end that was noted in the step's own transaction stands, whatever went wrong behind it. */
    private static final String FINISH = """
            UPDATE migratable.step_run
            SET finished_at = clock_timestamp(), outcome = ?, rows_written = ?, lock_attempts = ?, lock_wait_millis = ?,
                detail = ?, wal_bytes = pg_wal_lsn_diff(pg_current_wal_insert_lsn(), wal_start)
            WHERE run_id = ? AND number = ? AND outcome IS NULL""";

    private static final String NOTE_KILLED = """
            UPDATE migratable.step_run SET outcome = 'killed' WHERE outcome IS NULL""";

    private static final String STEPS = """
            SELECT number, migration, step, to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC',
                   coalesce(outcome, ''), coalesce(extract(epoch FROM duration) * 1000, -1)::bigint,
                   lock_attempts, rows_written, coalesce(detail, ''),
                   coalesce(more ->> 'phase', ''), coalesce(more ->> 'lock', ''),
                   coalesce((more ->> 'statements')::integer, 0), coalesce((more ->> 'lock_wait_millis')::bigint, 0),
                   coalesce((more ->> 'wal_bytes')::bigint, -1), more ->> 'work',
                   (more ->> 'estimated_rows')::bigint, (more ->> 'estimated_bytes')::bigint,
                   (more ->> 'estimated_wal')::bigint, (more ->> 'estimated_millis')::bigint,
                   (more ->> 'estimated_from')::integer
            FROM migratable.step_run AS s, LATERAL (SELECT to_jsonb(s) AS more) AS j
            WHERE run_id = ? ORDER BY number""";

    /** Of the latest steps of each kind, those that took long enough to tell something. */
    private static final String RATES = """
            SELECT work, sum(row_count), sum(millis), count(*) FROM (
                SELECT work, greatest(rows_written, CASE WHEN work = 'backfill' THEN 0 ELSE estimated_rows END) AS row_count,
                       extract(epoch FROM duration) * 1000 - coalesce(lock_wait_millis, 0) AS millis,
                       row_number() OVER (PARTITION BY work ORDER BY run_id DESC, number DESC) AS place
                FROM migratable.step_run WHERE outcome = 'done' AND work IS NOT NULL AND work <> 'instant'
            ) AS latest
            WHERE place <= 20 AND row_count >= 1000 AND millis >= 5 GROUP BY work""";

    private final Connection connection;

    /** Creates a store on a connection. */
    public StepStore(Connection connection) {
        this.connection = connection;
    }

    void create() throws SQLException {
        if (isMissing()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(CREATE);
            }
        }
        TableColumns.add(connection, "migratable.step_run", LATER);
    }

    void noteKilled() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(NOTE_KILLED);
        }
    }

    /** Notes the start of a step. */
    public void start(long run, StepRun.Start step) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(START)) {
            statement.setLong(1, run);
            statement.setInt(2, step.number());
            statement.setString(3, step.migration());
            statement.setString(4, step.step());
            statement.setString(5, step.phase());
            statement.setString(6, step.lock());
            statement.setInt(7, step.statements().size());
            statement.setArray(
                    8, connection.createArrayOf("text", step.statements().toArray()));
            setEstimate(statement, step.estimate());
            statement.executeUpdate();
        }
    }

    private static void setEstimate(PreparedStatement statement, Optional<StepEstimate> known) throws SQLException {
        if (known.isPresent()) {
            StepEstimate estimate = known.get();
            statement.setString(9, estimate.work().word());
            statement.setLong(10, estimate.rows());
            statement.setLong(11, estimate.bytes());
            statement.setLong(12, estimate.walBytes());
            statement.setLong(13, estimate.millis());
            statement.setInt(14, estimate.samples());
        } else {
            statement.setNull(9, Types.VARCHAR);
            for (int n = 10; n <= 13; n++) {
                statement.setNull(n, Types.BIGINT);
            }
            statement.setNull(14, Types.INTEGER);
        }
    }

    /** Notes the end of a step, unless that has been noted. */
    public void finish(long run, int number, StepRun.End end) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
            statement.setString(1, end.outcome().word());
            statement.setLong(2, end.rows());
            statement.setInt(3, end.attempts());
            statement.setLong(4, end.lockWaitMillis());
            statement.setString(5, end.detail().orElse(null));
            statement.setLong(6, run);
            statement.setInt(7, number);
            statement.executeUpdate();
        }
    }

    /** Returns the steps of a run in order. */
    public List<StepRun> steps(long run) throws SQLException {
        List<StepRun> steps = new ArrayList<>();
        if (isMissing()) {
            return steps;
        }
        try (PreparedStatement statement = connection.prepareStatement(STEPS)) {
            statement.setLong(1, run);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    steps.add(read(row));
                }
            }
        }
        return steps;
    }

    private static StepRun read(ResultSet row) throws SQLException {
        return new StepRun(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(10),
                row.getString(11),
                row.getInt(12),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(13),
                row.getInt(7),
                row.getLong(8),
                row.getLong(14),
                estimate(row),
                row.getString(9));
    }

    private static Optional<StepEstimate> estimate(ResultSet row) throws SQLException {
        Optional<Work> work = work(row.getString(15));
        if (work.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StepEstimate(
                work.get(), row.getLong(16), row.getLong(17), row.getLong(18), row.getLong(19), row.getInt(20)));
    }

    private static Optional<Work> work(@org.jspecify.annotations.Nullable String word) {
        for (Work work : Work.values()) {
            if (work.word().equals(word)) {
                return Optional.of(work);
            }
        }
        return Optional.empty();
    }

    /** Returns how fast the latest steps of each kind were; a kind of which nothing is known is missing. */
    public Map<Work, Rate> rates() throws SQLException {
        Map<Work, Rate> rates = new EnumMap<>(Work.class);
        if (!TableColumns.of(connection, "migratable.step_run").contains("work")) {
            return rates;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RATES)) {
            while (row.next()) {
                double rowsPerSecond = row.getLong(2) * 1000.0 / row.getDouble(3);
                int samples = row.getInt(4);
                work(row.getString(1)).ifPresent(work -> rates.put(work, new Rate(rowsPerSecond, samples)));
            }
        }
        return rates;
    }

    private boolean isMissing() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(MISSING)) {
            return result.next() && result.getBoolean(1);
        }
    }
}

package dev.migratable.runtime.sql;

import dev.migratable.runtime.plan.BackfillSpec;
import java.util.Map;

/**
 * Writes the SQL of a backfill that goes by where rows lie, block after block, for tables without any key.
 *
 * <p>A row that is updated meanwhile may move behind the pass. So a pass proves nothing: it is over only when a look at
 * every row finds none that is yet to be written.
 */
public final class PlaceSql {

    /** How many passes at most: each leaves only rows that moved during it, so more than a few show something else. */
    public static final int MOST_PASSES = 8;

    /** Blocks of a batch at most: of a sparse table a batch is not to be mostly search. */
    public static final int MOST_BLOCKS = 256;

    /** What is said where the passes do not suffice. */
    public static final String NEVER_CLEAN =
            "rows that are yet to be written come faster than they are written, or never become as they must be";

    /** Since this version of the server a range of places is read block by block; before, it is a look at every row. */
    public static final int RANGES_SINCE = 14;

    private static final String RANGE = """
            ctid >= CAST('(' || {first} || ',0)' AS tid) AND ctid < CAST('(' || {last} + 1 || ',0)' AS tid)""";

    /** A list is read block by block by every server; a row's number is at most this part of the block's size. */
    private static final String LIST = """
            ctid = ANY (ARRAY(SELECT CAST('(' || block || ',' || line || ')' AS tid)
                FROM generate_series({first}, {last}) AS block,
                     generate_series(1, current_setting('block_size')::integer / 28) AS line))""";

    private static final String BLOCK = """
            -- Goes through the table block by block, again and again until no row is found that is not as it must be, so
            -- it may be killed at any moment and run again.
            #variable_conflict use_column
            DECLARE
                migratable_first bigint := 0;
                migratable_end bigint := 0;
                migratable_blocks integer := {firstBlocks};
                migratable_passes integer := 0;
                migratable_failures integer := 0;
                migratable_started timestamptz;
                migratable_millis double precision;
            BEGIN
                LOOP
                    migratable_started := clock_timestamp();
                    -- Gives up a lock sooner than deadlock_timeout, so that it is never a client that fails.
                    PERFORM set_config('lock_timeout', '{lockTimeout}ms', true), set_config('row_security', 'off', true);
                    IF migratable_first >= migratable_end THEN
                        -- A row may have moved behind the pass; only a look at all of them says that it is over. A pass
                        -- ends where the table ended when it began, for what it writes may lie behind that.
                        EXIT WHEN NOT EXISTS (SELECT FROM {table} WHERE {mismatch});
                        IF migratable_passes >= {passes} THEN
                            RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state', MESSAGE = {message};
                        END IF;
                        migratable_passes := migratable_passes + 1;
                        migratable_first := 0;
                        migratable_end := {size};
                    END IF;
                    BEGIN
                        IF current_setting('server_version_num')::integer >= {rangesSince} THEN
                            UPDATE {table} SET {assignments}
                            WHERE {range} AND ({mismatch});
                        ELSE
                            UPDATE {table} SET {assignments}
                            WHERE {list} AND ({mismatch});
                        END IF;
                        migratable_failures := 0;
                    EXCEPTION WHEN lock_not_available OR deadlock_detected OR serialization_failure THEN
                        migratable_failures := migratable_failures + 1;
                        IF migratable_failures >= {attempts} THEN
                            RAISE;
                        END IF;
                        migratable_blocks := greatest(migratable_blocks / 2, 1);
                    END;
                    COMMIT;
                    IF migratable_failures > 0 THEN
                        PERFORM pg_sleep(least(0.05 * 2 ^ least(migratable_failures, 10), 2.0));
                        CONTINUE;
                    END IF;
                    migratable_first := migratable_first + migratable_blocks;
                    migratable_millis := 1000 * extract(epoch FROM clock_timestamp() - migratable_started);
                    IF migratable_millis > {slow} THEN
                        migratable_blocks := greatest(migratable_blocks / 2, 1);
                    ELSIF migratable_millis < {fast} THEN
                        migratable_blocks := least(migratable_blocks * 2, {mostBlocks});
                    END IF;
                END LOOP;
            END
            """;

    private static final String UPDATE = "UPDATE {table} SET {assignments} WHERE {places} AND ({mismatch})";

    private static final String COUNT = "SELECT count(*) FROM {table} WHERE {places}";

    private static final String BLOCKS =
            "pg_relation_size(CAST({name} AS regclass)) / current_setting('block_size')::bigint";

    private static final String LAST = "(least(migratable_first + migratable_blocks, migratable_end) - 1)";

    /** What server_version_num counts for each version. */
    private static final int VERSIONS_PER_MAJOR = 10_000;

    private static final int FIRST_BLOCKS = 16;

    private static final int ATTEMPTS = 60;

    private PlaceSql() {}

    /** Returns the body of the block that does the whole backfill in committed batches. */
    static String block(BackfillSpec spec) {
        return SqlTemplate.fill(
                BLOCK,
                Map.ofEntries(
                        Map.entry("table", Sql.name(spec.table())),
                        Map.entry("size", size(spec)),
                        Map.entry("assignments", BackfillSql.assignments(spec)),
                        Map.entry("mismatch", BackfillSql.mismatch(spec)),
                        Map.entry("range", places(RANGE, "migratable_first", LAST)),
                        Map.entry("list", places(LIST, "migratable_first", LAST)),
                        Map.entry("rangesSince", Integer.toString(RANGES_SINCE * VERSIONS_PER_MAJOR)),
                        Map.entry("message", Sql.literal(spec.table().display() + ": " + NEVER_CLEAN)),
                        Map.entry("passes", Integer.toString(MOST_PASSES)),
                        Map.entry("firstBlocks", Integer.toString(FIRST_BLOCKS)),
                        Map.entry("mostBlocks", Integer.toString(MOST_BLOCKS)),
                        Map.entry("attempts", Integer.toString(ATTEMPTS)),
                        Map.entry("lockTimeout", Integer.toString(BackfillSql.BATCH_LOCK_TIMEOUT_MILLIS)),
                        Map.entry("slow", Integer.toString(BackfillSql.BATCH_TARGET_MILLIS * 3 / 2)),
                        Map.entry("fast", Integer.toString(BackfillSql.BATCH_TARGET_MILLIS / 2))));
    }

    /** Returns the query for the number of blocks that the table has now. */
    public static String blocks(BackfillSpec spec) {
        return "SELECT " + size(spec);
    }

    /**
     * Returns the query for the number of rows of some blocks. Parameters: the first block, the last one.
     *
     * @param serverVersion the server's major version
     */
    public static String count(BackfillSpec spec, int serverVersion) {
        return SqlTemplate.fill(COUNT, Map.of("table", Sql.name(spec.table()), "places", parameters(serverVersion)));
    }

    /**
     * Returns the statement that writes one batch. Parameters: the first block, the last one.
     *
     * @param serverVersion the server's major version
     */
    public static String update(BackfillSpec spec, int serverVersion) {
        return SqlTemplate.fill(
                UPDATE,
                Map.of(
                        "table", Sql.name(spec.table()),
                        "assignments", BackfillSql.assignments(spec),
                        "places", parameters(serverVersion),
                        "mismatch", BackfillSql.mismatch(spec)));
    }

    /** Returns the query that says whether any row is yet to be written. */
    public static String isLeft(BackfillSpec spec) {
        return "SELECT EXISTS (SELECT FROM " + Sql.name(spec.table()) + " WHERE " + BackfillSql.mismatch(spec) + ")";
    }

    private static String size(BackfillSpec spec) {
        return SqlTemplate.fill(BLOCKS, Map.of("name", Sql.literal(Sql.name(spec.table()))));
    }

    private static String parameters(int serverVersion) {
        return places(serverVersion >= RANGES_SINCE ? RANGE : LIST, "CAST(? AS bigint)", "CAST(? AS bigint)");
    }

    private static String places(String template, String first, String last) {
        return SqlTemplate.fill(template, Map.of("first", first, "last", last));
    }
}

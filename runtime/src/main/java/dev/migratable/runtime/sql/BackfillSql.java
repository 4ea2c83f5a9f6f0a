package dev.migratable.runtime.sql;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.plan.Verification;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the SQL of backfills and verifications: what is assigned to which rows, and the block that any Liquibase runs.
 * {@link BatchSql} has the single statements of the runtime's own runner.
 *
 * <p>Both write only rows that are not yet as they must be, in the order of the key, so that either may be killed, run
 * again, or run after the other.
 */
public final class BackfillSql {

    /** Rows of the first batch: short on any table; later sizes follow the time taken. */
    public static final int FIRST_BATCH_ROWS = 1_000;

    /** Rows a batch of the block never exceeds, so that one batch's row locks and WAL stay bounded on the fastest machine. */
    public static final int MAX_BATCH_ROWS = 10_000;

    /** Milliseconds a batch is meant to take: longer than any round trip, too short for a client to notice. */
    public static final int BATCH_TARGET_MILLIS = 100;

    /**
     * How long a batch waits for a lock. Far below deadlock_timeout (1 s), so that the backfill is the one that yields,
     * and short because clients meanwhile wait for the rows that the batch has locked already.
     */
    public static final int BATCH_LOCK_TIMEOUT_MILLIS = 100;

    /** Rows to which lost locks make a batch shrink: one row that is always locked must not make all others slow. */
    public static final int FEWEST_ROWS = 10;

    /** Rows that a message names; more would be no message. */
    private static final int NAMED_ROWS = 10;

    /** How often the block tries one batch before it gives up; its waits sum up to about two minutes. */
    private static final int BLOCK_ATTEMPTS = 60;

    private static final String BLOCK = """
            -- Works in committed batches in the order of the key and writes only rows that are not yet as they
            -- must be, so it may be killed at any moment and run again.
            #variable_conflict use_column
            DECLARE
            {declarations}
                migratable_rows integer := {firstBatch};
                migratable_written integer := 0;
                migratable_failures integer := 0;
                migratable_started timestamptz;
                migratable_millis double precision;
            BEGIN
                PERFORM set_config('row_security', 'off', true);
                SELECT {key} INTO {first} FROM {table} ORDER BY {key} LIMIT 1;
                IF NOT found THEN
                    RETURN;
                END IF;
                LOOP
                    migratable_started := clock_timestamp();
                    -- Gives up a lock sooner than deadlock_timeout, so that it is never a client that fails.
                    PERFORM set_config('lock_timeout', '{lockTimeout}ms', true), set_config('row_security', 'off', true);
                    BEGIN
                        SELECT {key} INTO {last} FROM (
                            SELECT {key} FROM {table} WHERE ({key}) >= ({first}) ORDER BY {key} LIMIT migratable_rows + 1
                        ) AS batch ORDER BY {descending} LIMIT 1;
                        UPDATE {table} SET {assignments}
                        WHERE ({key}) >= ({first}) AND ({key}) <= ({last}) AND ({mismatch});
                        GET DIAGNOSTICS migratable_written = ROW_COUNT;
                        migratable_failures := 0;
                    EXCEPTION WHEN lock_not_available OR deadlock_detected OR serialization_failure THEN
                        migratable_failures := migratable_failures + 1;
                        IF migratable_failures >= {attempts} THEN
                            RAISE;
                        END IF;
                        migratable_rows := greatest(migratable_rows / 2, {fewest});
                    END;
                    COMMIT;
                    IF migratable_failures > 0 THEN
                        PERFORM pg_sleep(least(0.05 * 2 ^ least(migratable_failures, 10), 2.0));
                        CONTINUE;
                    END IF;
                    EXIT WHEN {lastKey} IS NULL OR ({first}) = ({last});
            {advance}
                    -- Rows that were as they must be tell little of how long rows to be written take.
                    migratable_millis := 1000 * extract(epoch FROM clock_timestamp() - migratable_started);
                    IF migratable_millis > {slow} THEN
                        migratable_rows := greatest(migratable_rows / 2, 1);
                    ELSIF migratable_millis < {fast}
                        AND (2 * migratable_written >= migratable_rows OR migratable_rows < {firstBatch}) THEN
                        migratable_rows := least(migratable_rows * 2, {maxBatch});
                    END IF;
                END LOOP;
            END
            """;

    private static final String VERIFY_ONE = """
                SELECT count(*) INTO migratable_count FROM {table} WHERE ({violation});
                IF migratable_count > 0 THEN
                    migratable_report := migratable_report || '; ' || migratable_count || {fact};
                END IF;
            """;

    private static final String VERIFY = """
            #variable_conflict use_column
            DECLARE
                migratable_count bigint;
                migratable_report text := '';
            BEGIN
                PERFORM set_config('row_security', 'off', true);
            {checks}    IF migratable_report <> '' THEN
                    RAISE EXCEPTION USING ERRCODE = 'check_violation',
                        MESSAGE = 'verification failed: ' || substr(migratable_report, 3);
                END IF;
            END
            """;

    private BackfillSql() {}

    /** Returns the condition that is true for a row which the backfill has yet to write. */
    public static String mismatch(BackfillSpec spec) {
        return spec.assignments().stream().map(BackfillSql::mismatch).collect(Collectors.joining(" OR "));
    }

    /**
     * Returns one statement, without a semicolon, that does the whole backfill in committed batches. It must run
     * outside a transaction.
     */
    public static String block(BackfillSpec spec) {
        if (spec.byPlace()) {
            return doBlock(PlaceSql.block(spec));
        }
        List<KeyColumn> key = spec.key();
        String first = variables(key, "migratable_first_");
        String last = variables(key, "migratable_last_");
        return doBlock(SqlTemplate.fill(
                BLOCK,
                Map.ofEntries(
                        Map.entry("declarations", declarations(key)),
                        Map.entry("key", keyList(spec)),
                        Map.entry("table", Sql.name(spec.table())),
                        Map.entry("first", first),
                        Map.entry("last", last),
                        Map.entry("lastKey", "migratable_last_1"),
                        Map.entry("descending", ordering(spec, " DESC")),
                        Map.entry("assignments", assignments(spec)),
                        Map.entry("mismatch", mismatch(spec)),
                        Map.entry("advance", advance(key)),
                        Map.entry("firstBatch", Integer.toString(FIRST_BATCH_ROWS)),
                        Map.entry("maxBatch", Integer.toString(MAX_BATCH_ROWS)),
                        Map.entry("lockTimeout", Integer.toString(BATCH_LOCK_TIMEOUT_MILLIS)),
                        Map.entry("attempts", Integer.toString(BLOCK_ATTEMPTS)),
                        Map.entry("fewest", Integer.toString(FEWEST_ROWS)),
                        Map.entry("slow", Integer.toString(BATCH_TARGET_MILLIS * 3 / 2)),
                        Map.entry("fast", Integer.toString(BATCH_TARGET_MILLIS / 2)))));
    }

    /**
     * Returns one statement, without a semicolon, that fails where any row violates any of the verifications, and says
     * of each how many do.
     */
    public static String verifyBlock(List<Verification> verifications) {
        String checks = verifications.stream()
                .map(v -> SqlTemplate.fill(
                        VERIFY_ONE,
                        Map.of(
                                "table", Sql.name(v.table()),
                                "violation", v.violation(),
                                "fact", Sql.literal(" rows of " + v.table().display() + ": " + v.meaning()))))
                .collect(Collectors.joining());
        return doBlock(SqlTemplate.fill(VERIFY, Map.of("checks", checks)));
    }

    /** Returns the query for the number of rows that violate a verification. */
    public static String violations(Verification verification) {
        return "SELECT count(*) FROM " + Sql.name(verification.table()) + " WHERE (" + verification.violation() + ")";
    }

    /** Returns the query for the keys of some rows that are not yet as they must be, each as one text. */
    public static String leftKeys(BackfillSpec spec) {
        String key = spec.byPlace() ? "ctid::text" : "ROW(" + keyList(spec) + ")::text";
        return "SELECT " + key + " FROM " + Sql.name(spec.table()) + " WHERE " + mismatch(spec) + " LIMIT "
                + NAMED_ROWS;
    }

    /**
     * Returns whether verifications find every row that a backfill has yet to write, so that no other look is needed.
     * Recognises the conditions by their texts: where it does not, the answer is no.
     */
    public static boolean isVerified(BackfillSpec spec, List<Verification> verifications) {
        List<String> conditions =
                spec.assignments().stream().map(BackfillSql::violation).toList();
        int verified = 0;
        while (verified < conditions.size()) {
            int from = verified;
            // One verification may be about several columns that are made of the same others.
            verified = IntStream.rangeClosed(from + 1, conditions.size())
                    .filter(to -> isOne(verifications, spec, String.join(" OR ", conditions.subList(from, to))))
                    .findFirst()
                    .orElse(from);
            if (verified == from) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOne(List<Verification> verifications, BackfillSpec spec, String violation) {
        return verifications.stream()
                .anyMatch(v -> v.table().equals(spec.table()) && v.violation().equals(violation));
    }

    private static String violation(Assignment assignment) {
        String column = Sql.identifier(assignment.column());
        return assignment.mode() == Mode.FILL
                ? column + " IS NULL"
                : Sql.differs(assignment.mode() == Mode.FOLLOW, column, assignment.expression());
    }

    private static String mismatch(Assignment assignment) {
        String column = Sql.identifier(assignment.column());
        String expression = "(" + assignment.expression() + ")";
        return switch (assignment.mode()) {
            case FOLLOW, FOLLOW_IMAGE -> "(" + Sql.differs(assignment.mode() == Mode.FOLLOW, column, expression) + ")";
            // A row whose expression is NULL is never done by being written again; verification reports it.
            case FILL -> "(" + column + " IS NULL AND " + expression + " IS NOT NULL)";
        };
    }

    /** Returns what is assigned to the columns of a row that is written. */
    static String assignments(BackfillSpec spec) {
        return spec.assignments().stream()
                .map(a -> assignment(a, spec.assignments().size() == 1))
                .collect(Collectors.joining(", "));
    }

    private static String assignment(Assignment assignment, boolean alone) {
        String column = Sql.identifier(assignment.column());
        boolean plain = alone || assignment.mode() != Mode.FILL;
        String value = plain
                ? "(" + assignment.expression() + ")"
                : "coalesce(" + column + ", (" + assignment.expression() + "))";
        return column + " = " + value;
    }

    static String keyList(BackfillSpec spec) {
        return spec.key().stream().map(k -> Sql.identifier(k.name())).collect(Collectors.joining(", "));
    }

    /** Qualified, because an unqualified name would mean the output column, and so the order of texts. */
    static String ordering(BackfillSpec spec, String direction) {
        return spec.key().stream()
                .map(k -> "batch." + Sql.identifier(k.name()) + direction)
                .collect(Collectors.joining(", "));
    }

    private static String declarations(List<KeyColumn> key) {
        return forEach(key, "\n", n -> {
            String type = key.get(n - 1).type().sql();
            return "    migratable_first_" + n + " " + type + ";\n    migratable_last_" + n + " " + type + ";";
        });
    }

    private static String advance(List<KeyColumn> key) {
        return forEach(key, "\n", n -> "        migratable_first_" + n + " := migratable_last_" + n + ";");
    }

    private static String variables(List<KeyColumn> key, String prefix) {
        return forEach(key, ", ", n -> prefix + n);
    }

    private static String forEach(List<KeyColumn> key, String separator, IntFunction<String> text) {
        return IntStream.rangeClosed(1, key.size()).mapToObj(text).collect(Collectors.joining(separator));
    }

    private static String doBlock(String body) {
        String tag = "$migratable$";
        for (int n = 1; body.contains(tag); n++) {
            tag = "$migratable" + n + "$";
        }
        return "DO " + tag + "\n" + body + tag;
    }
}

package dev.migratable.runtime.sql;

import dev.migratable.runtime.plan.BackfillSpec;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the single statements that the runtime's own runner fills a table with, batch by batch of a key's range, in place
 * of the block of {@link BackfillSql}.
 */
public final class BatchSql {

    /** Counted from the lower bound of the range, so that it passes over no more than one batch of the index. */
    private static final String END = """
            SELECT {keyTexts} FROM (
                SELECT {key} FROM {table} WHERE {range} ORDER BY {key} OFFSET ? LIMIT 1
            ) AS batch""";

    private static final String REST = """
            SELECT count(*) OVER (), {keyTexts} FROM (
                SELECT {key} FROM {table} WHERE {range} ORDER BY {key} LIMIT ?
            ) AS batch ORDER BY {descending} LIMIT 1""";

    private static final String UPDATE = "UPDATE {table} SET {assignments} WHERE {range} AND ({mismatch})";

    private static final Set<String> WHOLE_NUMBERS = Set.of("smallint", "integer", "bigint");

    private static final String SAMPLE =
            "SELECT {keyTexts} FROM {table} AS batch TABLESAMPLE SYSTEM (?) ORDER BY {ascending}";

    private BatchSql() {}

    /**
     * Returns the query for the last key of a full batch as texts; no row where the range has fewer rows left. It reads
     * the index and nothing else where the table was vacuumed. Parameters: the lower key where {@code hasLower}, the upper
     * key where {@code hasUpper}, the batch's rows less one.
     *
     * @param hasLower whether the range has a lower bound, which is exclusive
     * @param hasUpper whether the range has an upper bound, which is inclusive
     */
    public static String end(BackfillSpec spec, boolean hasLower, boolean hasUpper) {
        return SqlTemplate.fill(
                END,
                Map.of(
                        "keyTexts", keyTexts(spec),
                        "key", BackfillSql.keyList(spec),
                        "table", Sql.name(spec.table()),
                        "range", range(spec, hasLower, hasUpper)));
    }

    /**
     * Returns the query for the end of a batch that may be the last one: how many rows it has, and its last key as texts;
     * no row where the range is done. Parameters as for {@link #end}, but the row limit last.
     */
    public static String rest(BackfillSpec spec, boolean hasLower, boolean hasUpper) {
        return SqlTemplate.fill(
                REST,
                Map.of(
                        "keyTexts", keyTexts(spec),
                        "key", BackfillSql.keyList(spec),
                        "table", Sql.name(spec.table()),
                        "range", range(spec, hasLower, hasUpper),
                        "descending", BackfillSql.ordering(spec, " DESC")));
    }

    /**
     * Returns the statement that writes one batch. Parameters: the lower key where {@code hasLower}, the key of the
     * batch's last row.
     */
    public static String update(BackfillSpec spec, boolean hasLower) {
        return update(spec, range(spec, hasLower, true));
    }

    /** Returns the query for the number of rows of one batch. Parameters as for {@link #update}. */
    public static String count(BackfillSpec spec, boolean hasLower) {
        return "SELECT count(*) FROM " + Sql.name(spec.table()) + " WHERE " + range(spec, hasLower, true);
    }

    /**
     * Returns the statement that writes every second row of one batch, by its key. Parameters as for {@link #update}.
     *
     * @param half 0 for the even keys, 1 for the odd ones
     */
    public static String halfUpdate(BackfillSpec spec, boolean hasLower, int half) {
        return update(spec, range(spec, hasLower, true) + " AND (" + BackfillSql.keyList(spec) + " & 1) = " + half);
    }

    private static String update(BackfillSpec spec, String rows) {
        return SqlTemplate.fill(
                UPDATE,
                Map.of(
                        "table", Sql.name(spec.table()),
                        "assignments", BackfillSql.assignments(spec),
                        "range", rows,
                        "mismatch", BackfillSql.mismatch(spec)));
    }

    /** Returns whether a batch can be written by halves: where one whole number is the key. */
    public static boolean hasWholeNumberKey(BackfillSpec spec) {
        return spec.key().size() == 1
                && WHOLE_NUMBERS.contains(spec.key().get(0).type().sql());
    }

    /** Returns the query for keys of random blocks in order. The parameter is the percentage of blocks. */
    public static String sample(BackfillSpec spec) {
        return SqlTemplate.fill(
                SAMPLE,
                Map.of(
                        "keyTexts",
                        keyTexts(spec),
                        "ascending",
                        BackfillSql.ordering(spec, ""),
                        "table",
                        Sql.name(spec.table())));
    }

    private static String range(BackfillSpec spec, boolean hasLower, boolean hasUpper) {
        String key = "(" + BackfillSql.keyList(spec) + ")";
        String parameters = spec.key().stream()
                .map(k -> "CAST(? AS " + k.type().sql() + ")")
                .collect(Collectors.joining(", ", "(", ")"));
        String lower = hasLower ? key + " > " + parameters : "true";
        return hasUpper ? lower + " AND " + key + " <= " + parameters : lower;
    }

    private static String keyTexts(BackfillSpec spec) {
        // Named, because a cast would keep the column's name, and ORDER BY would then sort keys as texts: 999 after
        // 1000.
        return IntStream.rangeClosed(1, spec.key().size())
                .mapToObj(n ->
                        "CAST(" + Sql.identifier(spec.key().get(n - 1).name()) + " AS text) AS migratable_key_" + n)
                .collect(Collectors.joining(", "));
    }
}

package dev.migratable.runtime.sql;

import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the queries that count the rows of a table which meet a condition, as they will be when backfills have written
 * them: what a backfill assigns is computed on the fly, and nothing is written.
 */
public final class RowCountSql {
    private static final String ROWS = "migratable_rows";

    private final QualifiedName table;
    private final List<String> columns;
    private final String condition;
    private final List<Assignment> assignments;

    /**
     * Takes a question.
     *
     * @param columns the columns that the table has, by their raw names
     * @param condition SQL condition over the columns; it may name the table with its schema
     * @param assignments what backfills write to the table; may be empty
     */
    public RowCountSql(QualifiedName table, List<String> columns, String condition, List<Assignment> assignments) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.condition = condition;
        this.assignments = List.copyOf(assignments);
    }

    /** Returns the query over all rows. */
    public String all() {
        return query("");
    }

    /** Returns the query over the rows of some blocks, always the same ones. */
    public String sample(double percent) {
        return query(String.format(Locale.ROOT, " TABLESAMPLE SYSTEM (%.6f) REPEATABLE (0)", percent));
    }

    /** Returns whether the condition looks for other rows of the same table, which a sample may lack. */
    public boolean readsTableTwice() {
        return Pattern.compile(outside(Sql.name(table)) + "(?!\\.)")
                .matcher(condition)
                .find();
    }

    private String query(String sample) {
        return "WITH " + ROWS + " AS (SELECT " + rows() + " FROM " + Sql.name(table) + sample
                + ") SELECT count(*) FROM " + ROWS + " WHERE (" + overRows() + ")";
    }

    private String rows() {
        List<String> list = new ArrayList<>();
        for (String column : columns) {
            if (assignment(column).isEmpty()) {
                list.add(Sql.identifier(column));
            }
        }
        Set<String> assigned = new HashSet<>();
        for (Assignment assignment : assignments) {
            if (!assigned.add(assignment.column())) {
                continue; // Another backfill of the column comes later, and finds what the first one wrote.
            }
            String name = Sql.identifier(assignment.column());
            String value = "(" + assignment.expression() + ")";
            boolean fills = assignment.mode() == Mode.FILL && columns.contains(assignment.column());
            list.add((fills ? "coalesce(" + name + ", " + value + ")" : value) + " AS " + name);
        }
        return String.join(", ", list);
    }

    private Optional<Assignment> assignment(String column) {
        return assignments.stream().filter(a -> a.column().equals(column)).findFirst();
    }

    private String overRows() {
        return Pattern.compile(outside(Sql.name(table))).matcher(condition).replaceAll(Matcher.quoteReplacement(ROWS));
    }

    /** The name where it is not a part of a longer one. */
    private static String outside(String name) {
        return "(?<![\\w.\"'])" + Pattern.quote(name) + "(?![\\w\"'])";
    }
}

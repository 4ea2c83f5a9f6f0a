package dev.migratable.normalize;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a check allows one column to hold, where it says no more than that: a list of constants ({@code status IN ('NEW',
 * 'PAID')}) or a range of numbers ({@code status BETWEEN 0 AND 1}), as the checks of enums do.
 *
 * @param column the column, as it is written
 * @param constants the constants, as they are written; empty for a range
 * @param range the range, where it is one
 */
public record AllowedValues(String column, SortedSet<String> constants, Optional<Range> range) {

    private static final Pattern LIST =
            Pattern.compile("(?s)(?<column>\\S+) IN \\((?<values>.*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile("(?<column>[\\w\"]+) = (?<value>'(?:[^']|'')*'|-?[\\d.]+)");
    private static final Pattern VALUE = Pattern.compile("\\s*('(?:[^']|'')*'|-?[\\d.]+)\\s*(,|$)");
    private static final Pattern RANGE = Pattern.compile(
            "\\(?(?<column>\\S+) >= (?<low>-?[\\d.]+)\\)? AND \\(?(?<again>\\S+) <= (?<high>-?[\\d.]+)\\)?",
            Pattern.CASE_INSENSITIVE);

    /**
     * A range of numbers.
     *
     * @param low the least
     * @param high the greatest
     */
    public record Range(BigDecimal low, BigDecimal high) {

        boolean contains(Range other) {
            return low.compareTo(other.low) <= 0 && high.compareTo(other.high) >= 0;
        }
    }

    /** Copies the constants. */
    public AllowedValues {
        constants = Collections.unmodifiableSortedSet(new TreeSet<>(constants));
    }

    /** Reads a check; empty where it says anything else. */
    public static Optional<AllowedValues> of(String check) {
        String text = ExpressionNormalizer.normalize(check, Optional.empty());
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            return Optional.of(listed(one.group("column"), new TreeSet<>(Set.of(one.group("value")))));
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches() && range.group("column").equals(range.group("again"))) {
            Range read = new Range(new BigDecimal(range.group("low")), new BigDecimal(range.group("high")));
            return Optional.of(
                    new AllowedValues(range.group("column"), Collections.emptySortedSet(), Optional.of(read)));
        }
        Matcher list = LIST.matcher(text);
        return list.matches()
                ? constants(list.group("values")).map(values -> listed(list.group("column"), values))
                : Optional.empty();
    }

    private static AllowedValues listed(String column, SortedSet<String> values) {
        return new AllowedValues(column, values, Optional.empty());
    }

    private static Optional<SortedSet<String>> constants(String text) {
        SortedSet<String> values = new TreeSet<>();
        Matcher value = VALUE.matcher(text);
        int end = 0;
        while (value.find() && value.start() == end && end < text.length()) {
            values.add(value.group(1));
            end = value.end();
        }
        return end == text.length() ? Optional.of(values) : Optional.empty();
    }

    /**
     * Returns true where the second check allows all the first does, false where it is about the same column but
     * refuses some of it, and empty where that cannot be told from the texts.
     */
    public static Optional<Boolean> compare(String first, String second) {
        Optional<AllowedValues> from = of(first);
        Optional<AllowedValues> to = of(second);
        return from.isPresent() && to.isPresent() && to.get().isComparable(from.get())
                ? Optional.of(to.get().covers(from.get()))
                : Optional.empty();
    }

    /** Returns whether both are about one column, in one way. */
    public boolean isComparable(AllowedValues other) {
        return column.equals(other.column) && range.isPresent() == other.range.isPresent();
    }

    /** Returns whether this allows all that another one does, to which it must be comparable. */
    public boolean covers(AllowedValues other) {
        return range.isPresent()
                ? range.get().contains(other.range.orElseThrow())
                : constants.containsAll(other.constants);
    }

    /** Says, for people, what this allows and another one does not, to which it must be comparable; may be empty. */
    public String beyond(AllowedValues other) {
        if (range.isEmpty()) {
            SortedSet<String> added = new TreeSet<>(constants);
            added.removeAll(other.constants);
            return String.join(", ", added);
        }
        Range mine = range.get();
        Range theirs = other.range.orElseThrow();
        String below = mine.low().compareTo(theirs.low()) < 0 ? "less than " + theirs.low() : "";
        String above = mine.high().compareTo(theirs.high()) > 0 ? "more than " + theirs.high() : "";
        return below + (below.isEmpty() || above.isEmpty() ? "" : " and ") + above;
    }
}

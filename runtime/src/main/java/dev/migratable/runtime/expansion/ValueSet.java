package dev.migratable.runtime.expansion;

import dev.migratable.normalize.ExpressionNormalizer;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares checks that list the values of one column or give their range, as checks of enums do. */
final class ValueSet {
    private static final Pattern LIST =
            Pattern.compile("(?s)(?<column>\\S+) IN \\((?<values>.*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE = Pattern.compile("(?<column>[\\w\"]+) = (?<value>'(?:[^']|'')*'|-?[\\d.]+)");
    private static final Pattern VALUE = Pattern.compile("\\s*('(?:[^']|'')*'|-?[\\d.]+)\\s*(,|$)");
    private static final Pattern RANGE = Pattern.compile(
            "\\(?(?<column>\\S+) >= (?<low>-?[\\d.]+)\\)? AND \\(?(?<again>\\S+) <= (?<high>-?[\\d.]+)\\)?",
            Pattern.CASE_INSENSITIVE);

    private ValueSet() {}

    /**
     * Returns true where the second check allows all the first does, false where it is about the same column but
     * refuses some of it, and empty where that cannot be told from the texts.
     */
    static Optional<Boolean> compare(String first, String second) {
        String one = ExpressionNormalizer.normalize(first, Optional.empty());
        String other = ExpressionNormalizer.normalize(second, Optional.empty());
        Optional<Values> from = values(one);
        Optional<Values> to = values(other);
        if (from.isPresent() && to.isPresent()) {
            return from.get().column().equals(to.get().column())
                    ? Optional.of(to.get().values().containsAll(from.get().values()))
                    : Optional.empty();
        }
        return ranges(RANGE.matcher(one), RANGE.matcher(other));
    }

    private record Values(String column, Set<String> values) {}

    private static Optional<Values> values(String text) {
        Matcher one = ONE.matcher(text);
        if (one.matches()) {
            return Optional.of(new Values(one.group("column"), Set.of(one.group("value"))));
        }
        Matcher list = LIST.matcher(text);
        if (!list.matches()) {
            return Optional.empty();
        }
        Set<String> values = new LinkedHashSet<>();
        String rest = list.group("values");
        Matcher value = VALUE.matcher(rest);
        int end = 0;
        while (value.find() && value.start() == end && end < rest.length()) {
            values.add(value.group(1));
            end = value.end();
        }
        return end == rest.length() ? Optional.of(new Values(list.group("column"), values)) : Optional.empty();
    }

    private static Optional<Boolean> ranges(Matcher from, Matcher to) {
        boolean comparable = from.matches()
                && to.matches()
                && from.group("column").equals(to.group("column"))
                && from.group("column").equals(from.group("again"))
                && to.group("column").equals(to.group("again"));
        return comparable
                ? Optional.of(number(to, "low").compareTo(number(from, "low")) <= 0
                        && number(to, "high").compareTo(number(from, "high")) >= 0)
                : Optional.empty();
    }

    private static BigDecimal number(Matcher matcher, String group) {
        return new BigDecimal(matcher.group(group));
    }
}

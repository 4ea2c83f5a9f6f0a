package dev.migratable.classify;

import dev.migratable.change.AddCheck;
import dev.migratable.change.SqlTokens;
import dev.migratable.normalize.ExpressionNormalizer;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values that a check allows one column to hold: {@code status IN ('NEW', 'PAID')}, as enums have it.
 *
 * @param column the column
 * @param values the string constants, as they are written
 */
public record ValueList(String column, Set<String> values) {

    private static final Set<String> WORDS = Set.of("in", "any", "array");
    private static final Set<String> SIGNS = Set.of("(", ")", "[", "]", ",", "=");

    /** Copies the values. */
    public ValueList {
        values = Set.copyOf(values);
    }

    /** Reads a check; empty where it says anything else. */
    static Optional<ValueList> of(String expression) {
        Set<String> values = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        for (SqlTokens.Token token : SqlTokens.of(ExpressionNormalizer.normalize(expression, Optional.empty()))) {
            String word = token.text().toLowerCase(Locale.ROOT);
            if (token.kind() == SqlTokens.Kind.STRING) {
                values.add(token.text());
            } else if (WORDS.contains(word)) {
                continue;
            } else if (token.kind() == SqlTokens.Kind.COLUMN) {
                columns.add(token.name());
            } else if (token.kind() != SqlTokens.Kind.SPACE && !isSign(token)) {
                return Optional.empty();
            }
        }
        boolean one = columns.size() == 1 && !values.isEmpty();
        return one ? Optional.of(new ValueList(columns.iterator().next(), values)) : Optional.empty();
    }

    private static boolean isSign(SqlTokens.Token token) {
        return token.kind() == SqlTokens.Kind.OTHER
                && token.text().chars().allMatch(c -> SIGNS.contains(Character.toString(c)));
    }

    /** Returns whether every row satisfies the check, because a valid one allows no value that it does not. */
    static boolean isWider(AddCheck change, ClassificationContext context) {
        Optional<ValueList> wanted = of(change.constraint().expression());
        return wanted.isPresent()
                && present(wanted.get(), change, context).stream()
                        .anyMatch(p -> wanted.get().values().containsAll(p.values()));
    }

    /** Returns the values that a check allows and the present one on its column does not; sorted, as written. */
    public static Set<String> added(AddCheck change, ClassificationContext context) {
        Optional<ValueList> wanted = of(change.constraint().expression());
        List<ValueList> present = wanted.map(w -> present(w, change, context)).orElse(List.of());
        if (present.isEmpty()) {
            return Set.of();
        }
        Set<String> added = new TreeSet<>(wanted.orElseThrow().values());
        present.forEach(p -> added.removeAll(p.values()));
        return added;
    }

    private static List<ValueList> present(ValueList wanted, AddCheck change, ClassificationContext context) {
        return context.current().table(change.table()).map(Table::checkConstraints).orElse(List.of()).stream()
                .filter(CheckConstraint::validated)
                .flatMap(c -> of(c.expression()).stream())
                .filter(p -> p.column().equals(wanted.column()))
                .toList();
    }
}

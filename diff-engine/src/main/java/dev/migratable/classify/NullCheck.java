package dev.migratable.classify;

import dev.migratable.change.SqlTokens;
import dev.migratable.normalize.ExpressionNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells whether a check certainly holds for a row in which its column is NULL. Only one comparison of one column with
 * constants is trusted ({@code status IN ('A', 'B')}, {@code rank BETWEEN 0 AND 3}): it is NULL then, which passes.
 */
final class NullCheck {

    private static final Set<String> COMPARING = Set.of("in", "any", "array", "between", "and", "like");

    private NullCheck() {}

    /**
     * Returns whether no row can violate the check.
     *
     * @param isNull whether a column is NULL in every row
     */
    static boolean passes(String expression, Predicate<String> isNull) {
        // A server writes casts into it, which the canonical text has not; that in turn has no BETWEEN.
        return compares(expression, isNull)
                || compares(ExpressionNormalizer.normalize(expression, Optional.empty()), isNull);
    }

    private static boolean compares(String expression, Predicate<String> isNull) {
        List<SqlTokens.Token> tokens = SqlTokens.of(expression);
        List<String> words = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (SqlTokens.Token token : tokens) {
            String word = token.text().toLowerCase(Locale.ROOT);
            if (token.kind() == SqlTokens.Kind.COLUMN && !COMPARING.contains(word)) { // BETWEEN is not reserved
                columns.add(token.name());
            } else if (word.matches("[a-z_].*")) {
                words.add(word);
            }
        }
        boolean onlyCompares = COMPARING.containsAll(words) && (words.contains("between") || !words.contains("and"));
        return onlyCompares && columns.size() == 1 && isNull.test(columns.get(0));
    }
}

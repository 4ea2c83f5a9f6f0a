package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Name;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL reads as a boolean; manual, 8.6. */
final class BooleanLiterals {

    private static final Name TRUE = new Name("TRUE");
    private static final Name FALSE = new Name("FALSE");
    private static final Set<String> TRUE_TEXTS = Set.of("t", "true", "y", "yes", "on", "1");
    private static final Set<String> FALSE_TEXTS = Set.of("f", "false", "n", "no", "off", "0");

    private BooleanLiterals() {}

    static boolean isTruth(Expression expression) {
        return expression.equals(TRUE) || expression.equals(FALSE);
    }

    static Optional<Expression> read(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        if (TRUE_TEXTS.contains(folded)) {
            return Optional.of(TRUE);
        }
        return FALSE_TEXTS.contains(folded) ? Optional.of(FALSE) : Optional.empty();
    }
}

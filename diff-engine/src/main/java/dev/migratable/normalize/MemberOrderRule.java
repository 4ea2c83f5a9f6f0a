package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The order of constants in {@code a = ANY (ARRAY[b, c])} and {@code a <> ALL (ARRAY[b, c])} does not matter, nor does
 * one said twice; casts of the constants stay as they are.
 */
final class MemberOrderRule implements ExpressionRule {

    private static final Set<String> QUANTIFIERS = Set.of("any", "some", "all");

    @Override
    public Expression apply(Expression node) {
        return node instanceof Form form
                        && form.shape() == Shape.CALL
                        && QUANTIFIERS.contains(form.symbol())
                        && form.parts().size() == 1
                ? new Form(
                        form.shape(), form.symbol(), List.of(sorted(form.parts().get(0))))
                : node;
    }

    private static Expression sorted(Expression array) {
        return array instanceof Form form
                        && form.shape() == Shape.ARRAY
                        && form.parts().stream().allMatch(Expression::isLiteral)
                ? form.withParts(form.parts().stream()
                        .sorted(Comparator.comparing(ExpressionPrinter::print))
                        .distinct())
                : array;
    }
}

package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Cast;
import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Shape;
import java.util.Set;

/**
 * Within a comparison the server widens the smaller of two numbers and prints the cast: {@code (a)::numeric > 0.5}.
 * Such a cast changes no comparison, so it is dropped; in arithmetic it would ({@code a::numeric / 2}), there it stays.
 */
final class WideningCastRule implements ExpressionRule {

    private static final Set<String> COMPARISONS =
            Set.of("=", "<>", "<", ">", "<=", ">=", "IS DISTINCT FROM", "IS NOT DISTINCT FROM");

    private static final Set<String> WIDEST = Set.of("numeric", "double precision");

    @Override
    public Expression apply(Expression node) {
        boolean comparison = node instanceof Form form
                && (form.shape() == Shape.IN
                        || form.shape() == Shape.NOT_IN
                        || form.shape() == Shape.INFIX && COMPARISONS.contains(form.symbol()));
        return comparison ? node.mapParts(WideningCastRule::withoutCast) : node;
    }

    private static Expression withoutCast(Expression part) {
        return part instanceof Cast cast
                        && WIDEST.contains(cast.type().name())
                        && cast.type().modifiers().isEmpty()
                        && !cast.type().isArray()
                ? cast.operand()
                : part;
    }
}

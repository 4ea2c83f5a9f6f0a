package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Shape;
import java.util.List;

/** {@code a BETWEEN b AND c} is {@code a >= b AND a <= c}; the server stores it so. */
final class BetweenRule implements ExpressionRule {

    @Override
    public Expression apply(Expression node) {
        if (node instanceof Form form && form.shape() == Shape.BETWEEN) {
            return pair(Shape.AND, form.parts(), ">=", "<=");
        }
        if (node instanceof Form form && form.shape() == Shape.NOT_BETWEEN) {
            return pair(Shape.OR, form.parts(), "<", ">");
        }
        return node;
    }

    private static Expression pair(Shape shape, List<Expression> parts, String low, String high) {
        Expression value = parts.get(0);
        return Form.of(
                shape,
                "",
                Form.of(Shape.INFIX, low, value, parts.get(1)),
                Form.of(Shape.INFIX, high, value, parts.get(2)));
    }
}

package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Num;
import dev.migratable.normalize.Expression.Shape;

/** {@code .5} is {@code 0.5}, {@code 1e3} is {@code 1000}, {@code - 1} and {@code -(1)} are {@code -1}. */
final class NumberRule implements ExpressionRule {

    @Override
    public Expression apply(Expression node) {
        if (node instanceof Num number) {
            return NumericLiterals.plain(number.digits())
                    .<Expression>map(Num::new)
                    .orElse(node);
        }
        if (node instanceof Form form
                && form.is(Shape.PREFIX, "-")
                && form.parts().get(0) instanceof Num number
                && !number.digits().startsWith("-")) {
            return new Num("-" + number.digits());
        }
        return node;
    }
}

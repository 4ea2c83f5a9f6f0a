package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Shape;
import java.util.stream.Stream;

/** {@code (a AND b) AND c} is {@code a AND b AND c}; OR likewise. */
final class FlattenRule implements ExpressionRule {

    @Override
    public Expression apply(Expression node) {
        if (node instanceof Form form && (form.shape() == Shape.AND || form.shape() == Shape.OR)) {
            return form.withParts(form.parts().stream().flatMap(part -> inner(form.shape(), part)));
        }
        return node;
    }

    private static Stream<Expression> inner(Shape shape, Expression part) {
        return part instanceof Form form && form.shape() == shape ? form.parts().stream() : Stream.of(part);
    }
}

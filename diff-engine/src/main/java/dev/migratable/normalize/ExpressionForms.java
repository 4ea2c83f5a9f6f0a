package dev.migratable.normalize;

import dev.migratable.normalize.PlacedExpression.Place;
import dev.migratable.schema.SqlType;
import java.util.Optional;

/** Gives expressions the form in which they are compared: two that mean the same have the same form. */
@FunctionalInterface
public interface ExpressionForms {

    /** What is known without a database: the rules of {@link ExpressionNormalizer}. */
    ExpressionForms OFFLINE = expression -> {
        if (expression.place() == Place.CHECK) {
            return ExpressionNormalizer.normalizeCheck(expression.text());
        }
        Optional<SqlType> context = expression.place() == Place.DEFAULT ? expression.type() : Optional.empty();
        return ExpressionNormalizer.normalize(expression.text(), context);
    };

    /** Returns the form of an expression. */
    String of(PlacedExpression expression);
}

package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Name;
import dev.migratable.normalize.Expression.Shape;
import dev.migratable.normalize.Expression.Text;
import java.util.List;
import java.util.Map;

/**
 * Functions that SQL calls with words between the arguments are printed as plain functions before PostgreSQL 14: {@code
 * "substring"(a, 1, 2)}, {@code "position"(a, b)}, {@code date_part('year', a)} for {@code EXTRACT(year FROM a)}.
 */
final class FunctionSpellingRule implements ExpressionRule {

    private static final Map<String, String> SPELLINGS =
            Map.of("\"substring\"", "substring", "\"position\"", "strpos", "\"overlay\"", "overlay");

    @Override
    public Expression apply(Expression node) {
        if (!(node instanceof Form form) || form.shape() != Shape.CALL) {
            return node;
        }
        List<Expression> parts = form.parts();
        if (form.symbol().equals("date_part") && parts.size() == 2 && parts.get(0) instanceof Text field) {
            return Form.of(Shape.CALL, "extract", new Name(field.value()), parts.get(1));
        }
        return new Form(Shape.CALL, SPELLINGS.getOrDefault(form.symbol(), form.symbol()), parts);
    }
}

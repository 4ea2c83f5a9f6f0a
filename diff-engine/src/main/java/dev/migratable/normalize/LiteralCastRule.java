package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Cast;
import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Name;
import dev.migratable.normalize.Expression.Num;
import dev.migratable.normalize.Expression.Shape;
import dev.migratable.normalize.Expression.Text;
import dev.migratable.schema.SqlType;

/**
 * Casts of constants to a type without modifiers are dropped: the server gives every constant the type that its place
 * asks for, and prints it. {@code '-1'::integer} becomes the number, {@code NULL::text} NULL.
 */
final class LiteralCastRule implements ExpressionRule {

    @Override
    public Expression apply(Expression node) {
        if (!(node instanceof Cast cast)) {
            return node;
        }
        if (cast.operand().equals(new Name("NULL"))) {
            return cast.operand();
        }
        SqlType type = cast.type();
        if (!type.modifiers().isEmpty()) {
            return node;
        }
        if (cast.operand() instanceof Text text) {
            return text(text, type);
        }
        if (cast.operand() instanceof Num) {
            return NumericLiterals.isNumeric(type) ? cast.operand() : node;
        }
        boolean truth = type.equals(SqlType.parse("boolean")) && BooleanLiterals.isTruth(cast.operand());
        boolean constants = type.isArray()
                && cast.operand() instanceof Form form
                && form.shape() == Shape.ARRAY
                && form.parts().stream().allMatch(Expression::isLiteral);
        return truth || constants ? cast.operand() : node;
    }

    private static Expression text(Text text, SqlType type) {
        if (NumericLiterals.isNumeric(type)) {
            return NumericLiterals.plain(text.value()).<Expression>map(Num::new).orElse(text);
        }
        if (type.equals(SqlType.parse("boolean"))) {
            return BooleanLiterals.read(text.value()).orElse(text);
        }
        return text;
    }
}

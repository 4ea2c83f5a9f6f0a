package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Cast;
import dev.migratable.normalize.Expression.Num;
import dev.migratable.normalize.Expression.Text;
import dev.migratable.schema.SqlType;
import java.util.Set;

/**
 * Casts to text types without length are dropped: {@code (status)::text}, {@code 'A'::character varying}. The server
 * adds them to every operation on a varchar column. One that a person wrote, on a number say, is dropped as well; the
 * column's type, which is compared apart, decides what the expression means.
 */
final class TextCastRule implements ExpressionRule {

    private static final Set<String> TEXT_TYPES = Set.of("text", "character varying", "bpchar");

    /** Returns whether values of the type are texts, with or without length. */
    static boolean isText(SqlType type) {
        return TEXT_TYPES.contains(type.name()) || type.name().equals("character");
    }

    @Override
    public Expression apply(Expression node) {
        if (node instanceof Cast cast
                && TEXT_TYPES.contains(cast.type().name())
                && cast.type().modifiers().isEmpty()) {
            return cast.operand() instanceof Num number ? new Text(number.digits()) : cast.operand();
        }
        return node;
    }
}

package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Cast;
import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Shape;
import dev.migratable.schema.SqlType;

/**
 * {@code (ARRAY[a, b])::text[]} is {@code ARRAY[(a)::text, (b)::text]}, which is how PostgreSQL reads it: what it prints
 * for {@code status IN ('A', 'B')} on a varchar column it prints otherwise when it has read that.
 */
final class ArrayCastRule implements ExpressionRule {

    @Override
    public Expression apply(Expression node) {
        if (node instanceof Cast cast
                && cast.type().isArray()
                && cast.operand() instanceof Form form
                && form.shape() == Shape.ARRAY) {
            SqlType element = new SqlType(cast.type().name(), cast.type().modifiers(), 0);
            return form.withParts(form.parts().stream()
                    .map(part -> part instanceof Form nested && nested.shape() == Shape.ARRAY
                            ? new Cast(part, cast.type())
                            : new Cast(part, element)));
        }
        return node;
    }
}

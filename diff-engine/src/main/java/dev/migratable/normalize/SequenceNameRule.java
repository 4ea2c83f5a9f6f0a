package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Shape;
import dev.migratable.normalize.Expression.Text;
import java.util.Set;

/** {@code nextval('public.a_seq')} is {@code nextval('a_seq')}. */
final class SequenceNameRule implements ExpressionRule {

    private static final Set<String> FUNCTIONS = Set.of("nextval", "currval", "setval");

    @Override
    public Expression apply(Expression node) {
        if (node instanceof Form form
                && form.shape() == Shape.CALL
                && FUNCTIONS.contains(form.symbol())
                && !form.parts().isEmpty()
                && form.parts().get(0) instanceof Text text
                && text.value().startsWith("public.")) {
            Text bare = new Text(text.value().substring("public.".length()));
            return form.withParts(form.parts().stream().map(part -> part == text ? bare : part));
        }
        return node;
    }
}

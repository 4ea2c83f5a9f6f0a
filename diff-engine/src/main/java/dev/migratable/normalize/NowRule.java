package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Name;
import dev.migratable.normalize.Expression.Num;
import dev.migratable.normalize.Expression.Shape;
import java.util.List;
import java.util.Set;

/** {@code CURRENT_TIMESTAMP} and {@code transaction_timestamp()} are {@code now()}; precision 6 is the full one. */
final class NowRule implements ExpressionRule {

    private static final Form NOW = new Form(Shape.CALL, "now", List.of());
    private static final Set<String> WITH_PRECISION =
            Set.of("CURRENT_TIMESTAMP", "CURRENT_TIME", "LOCALTIMESTAMP", "LOCALTIME");

    @Override
    public Expression apply(Expression node) {
        if (node.equals(new Name("CURRENT_TIMESTAMP"))) {
            return NOW;
        }
        if (node instanceof Form form && form.shape() == Shape.CALL) {
            if (form.symbol().equals("transaction_timestamp")) {
                return NOW;
            }
            if (WITH_PRECISION.contains(form.symbol()) && form.parts().equals(List.of(new Num("6")))) {
                return new Name(form.symbol());
            }
        }
        return node;
    }
}

package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * {@code a = ANY (ARRAY[b, c])} is {@code a IN (b, c)}, {@code a <> ALL (ARRAY[b, c])} is {@code a NOT IN (b, c)}; with
 * one element they are {@code =} and {@code <>}. The order of constants does not matter, nor does one said twice.
 */
final class MembershipRule implements ExpressionRule {

    @Override
    public Expression apply(Expression node) {
        if (!(node instanceof Form form)) {
            return node;
        }
        return switch (form.shape()) {
            case INFIX -> fromArray(form);
            case IN -> list(form, "=");
            case NOT_IN -> list(form, "<>");
            default -> node;
        };
    }

    private static Expression fromArray(Form form) {
        boolean equals = form.symbol().equals("=");
        boolean differs = form.symbol().equals("<>");
        if ((equals || differs)
                && form.parts().get(1) instanceof Form call
                && call.shape() == Shape.CALL
                && (equals
                        ? call.symbol().equals("any") || call.symbol().equals("some")
                        : call.symbol().equals("all"))
                && call.parts().size() == 1
                && call.parts().get(0) instanceof Form array
                && array.shape() == Shape.ARRAY
                && !array.parts().isEmpty()) {
            List<Expression> parts = new ArrayList<>();
            parts.add(form.parts().get(0));
            parts.addAll(array.parts());
            return new Form(equals ? Shape.IN : Shape.NOT_IN, "", parts);
        }
        return form;
    }

    private static Expression list(Form form, String operator) {
        List<Expression> members = form.parts().subList(1, form.parts().size());
        if (members.size() == 1) {
            return new Form(Shape.INFIX, operator, form.parts());
        }
        if (!members.stream().allMatch(Expression::isLiteral)) {
            return form;
        }
        List<Expression> parts = new ArrayList<>();
        parts.add(form.parts().get(0));
        members.stream()
                .sorted(Comparator.comparing(ExpressionPrinter::print))
                .distinct()
                .forEach(parts::add);
        return new Form(form.shape(), "", parts);
    }
}

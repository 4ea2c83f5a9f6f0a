package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Cast;
import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Name;
import dev.migratable.normalize.Expression.Num;
import dev.migratable.normalize.Expression.Shape;
import dev.migratable.normalize.Expression.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Prints an expression as SQL; everything within an operator is in parentheses unless it is indivisible. */
final class ExpressionPrinter {

    private ExpressionPrinter() {}

    static String print(Expression expression) {
        if (expression instanceof Text text) {
            return "'" + text.value().replace("'", "''") + "'";
        }
        if (expression instanceof Num number) {
            return number.digits();
        }
        if (expression instanceof Name name) {
            return name.text();
        }
        if (expression instanceof Cast cast) {
            return operand(cast.operand()) + "::" + cast.type().sql();
        }
        return form((Form) expression);
    }

    private static String form(Form form) {
        List<Expression> parts = form.parts();
        return switch (form.shape()) {
            case CALL -> form.symbol() + "(" + list(parts) + ")";
            case INFIX -> operand(parts.get(0)) + " " + form.symbol() + " " + operand(parts.get(1));
            case PREFIX -> form.symbol() + " " + operand(parts.get(0));
            case POSTFIX -> operand(parts.get(0)) + " " + form.symbol();
            case AND -> joined(parts, " AND ");
            case OR -> joined(parts, " OR ");
            case IN -> operand(parts.get(0)) + " IN (" + list(parts.subList(1, parts.size())) + ")";
            case NOT_IN -> operand(parts.get(0)) + " NOT IN (" + list(parts.subList(1, parts.size())) + ")";
            case BETWEEN -> range(parts, " BETWEEN ");
            case NOT_BETWEEN -> range(parts, " NOT BETWEEN ");
            case ARRAY -> "ARRAY[" + list(parts) + "]";
            case ROW -> "ROW(" + list(parts) + ")";
            case CASE -> cases(form);
            case ATTRIBUTE -> "(" + print(parts.get(0)) + ")." + form.symbol();
            case SUBSCRIPT -> operand(parts.get(0)) + "[" + print(parts.get(1)) + "]";
        };
    }

    private static String range(List<Expression> parts, String word) {
        return operand(parts.get(0)) + word + operand(parts.get(1)) + " AND " + operand(parts.get(2));
    }

    private static String cases(Form form) {
        StringBuilder result = new StringBuilder("CASE");
        List<Expression> parts = form.parts();
        int next = 0;
        if (!form.symbol().isEmpty()) {
            result.append(' ').append(print(parts.get(next++)));
        }
        for (; next + 1 < parts.size(); next += 2) {
            result.append(" WHEN ").append(print(parts.get(next)));
            result.append(" THEN ").append(print(parts.get(next + 1)));
        }
        return result.append(" ELSE ")
                .append(print(parts.get(next)))
                .append(" END")
                .toString();
    }

    private static String operand(Expression expression) {
        boolean indivisible = !(expression instanceof Form form)
                || form.shape() == Shape.CALL
                || form.shape() == Shape.ARRAY
                || form.shape() == Shape.ROW
                || form.shape() == Shape.CASE
                || form.shape() == Shape.SUBSCRIPT
                || form.shape() == Shape.ATTRIBUTE;
        return indivisible ? print(expression) : "(" + print(expression) + ")";
    }

    private static String list(List<Expression> parts) {
        return parts.stream().map(ExpressionPrinter::print).collect(Collectors.joining(", "));
    }

    private static String joined(List<Expression> parts, String word) {
        return parts.stream().map(ExpressionPrinter::operand).collect(Collectors.joining(word));
    }
}

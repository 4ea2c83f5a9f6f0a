package dev.migratable.normalize;

import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A parsed SQL expression, free of parentheses and of the spelling of keywords. */
sealed interface Expression {

    /** A string constant; {@code value} is without quotes. */
    record Text(String value) implements Expression {}

    /** A numeric constant, with its sign. */
    record Num(String digits) implements Expression {}

    /** A column, keyword constant or anything else that stands for itself, as it is to be printed. */
    record Name(String text) implements Expression {}

    /** {@code operand::type}. */
    record Cast(Expression operand, SqlType type) implements Expression {}

    /**
     * Anything with parts.
     *
     * @param shape how the parts belong together
     * @param symbol the operator's or function's name; empty where the shape says all
     * @param parts the operands in order
     */
    record Form(Shape shape, String symbol, List<Expression> parts) implements Expression {
        public Form {
            parts = List.copyOf(parts);
        }

        static Form of(Shape shape, String symbol, Expression... parts) {
            return new Form(shape, symbol, List.of(parts));
        }

        Form withParts(Stream<Expression> newParts) {
            return new Form(shape, symbol, newParts.toList());
        }

        boolean is(Shape wanted, String wantedSymbol) {
            return shape == wanted && symbol.equals(wantedSymbol);
        }
    }

    /** The shapes of a {@link Form}. */
    enum Shape {
        /** {@code name(a, b)}. */
        CALL,
        /** {@code a + b}, {@code a COLLATE b}. */
        INFIX,
        /** {@code NOT a}, {@code - a}. */
        PREFIX,
        /** {@code a IS NULL}. */
        POSTFIX,
        /** {@code a AND b AND c}. */
        AND,
        /** {@code a OR b OR c}. */
        OR,
        /** {@code a IN (b, c)}; the first part is the value sought. */
        IN,
        /** {@code a NOT IN (b, c)}. */
        NOT_IN,
        /** {@code a BETWEEN b AND c}. */
        BETWEEN,
        /** {@code a NOT BETWEEN b AND c}. */
        NOT_BETWEEN,
        /** {@code ARRAY[a, b]}. */
        ARRAY,
        /** {@code (a, b)}. */
        ROW,
        /** {@code CASE}: when, then, when, then, else; symbol {@code subject} where the first part is one. */
        CASE,
        /** {@code a[b]}. */
        SUBSCRIPT,
        /** {@code (a).b}; the symbol is the attribute's name. */
        ATTRIBUTE
    }

    /** Returns this expression with its direct parts replaced. */
    default Expression mapParts(UnaryOperator<Expression> edit) {
        if (this instanceof Cast cast) {
            return new Cast(edit.apply(cast.operand()), cast.type());
        }
        if (this instanceof Form form) {
            return form.withParts(form.parts().stream().map(edit));
        }
        return this;
    }

    /** Returns whether this is a constant. */
    default boolean isLiteral() {
        return this instanceof Text
                || this instanceof Num
                || this instanceof Cast cast && cast.operand().isLiteral();
    }
}

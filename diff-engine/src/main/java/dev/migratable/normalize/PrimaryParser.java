package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Cast;
import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Name;
import dev.migratable.normalize.Expression.Num;
import dev.migratable.normalize.Expression.Shape;
import dev.migratable.normalize.Expression.Text;
import dev.migratable.normalize.TokenCursor.NotUnderstood;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parses what an operator stands between: constants, names, calls, CASE and the like. */
final class PrimaryParser {

    /** Words that are values or calls without parentheses; printed in capitals, as the server does. */
    private static final Set<String> CONSTANTS = Set.of(
            "true",
            "false",
            "null",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "current_user",
            "current_role",
            "session_user",
            "user",
            "current_catalog",
            "current_schema");

    /** Words that begin a typed constant, {@code DATE '2024-01-01'}. */
    private static final Set<String> TYPED = Set.of("date", "time", "timestamp", "interval");

    /** Words that no expression of this grammar begins with. */
    private static final Set<String> FOREIGN = Set.of("select", "with", "exists", "from", "where", "and", "or", "in");

    private final TokenCursor tokens;
    private final ExpressionParser expressions;

    PrimaryParser(TokenCursor tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression primary() throws NotUnderstood {
        SqlToken token = tokens.peek();
        switch (token.kind()) {
            case STRING:
                tokens.next();
                return new Text(token.text());
            case NUMBER:
                tokens.next();
                return new Num(token.text());
            case OTHER:
                return new Name(tokens.next().text());
            case SYMBOL:
                tokens.expectSymbol("(");
                return attributes(parenthesis());
            case WORD:
                return word(token.text());
            default:
                return nameOrCall();
        }
    }

    private Expression parenthesis() throws NotUnderstood {
        List<Expression> parts = expressions.list(")");
        return parts.size() == 1 ? parts.get(0) : new Form(Shape.ROW, "", parts);
    }

    /** Only behind parentheses is a name that of an attribute, {@code (address).city}; elsewhere it is a column's. */
    private Expression attributes(Expression value) throws NotUnderstood {
        Expression result = value;
        while (tokens.takeSymbol(".")) {
            result = Form.of(Shape.ATTRIBUTE, part(), result);
        }
        return result;
    }

    private Expression word(String word) throws NotUnderstood {
        if (FOREIGN.contains(word)) {
            throw new NotUnderstood("'" + word + "' begins no expression known here");
        }
        if (word.equals("case")) {
            return caseExpression();
        }
        if (word.equals("cast") && tokens.peek(1).isSymbol("(")) {
            return cast();
        }
        if (word.equals("array") && tokens.peek(1).isSymbol("[")) {
            tokens.next();
            tokens.next();
            return new Form(Shape.ARRAY, "", expressions.list("]"));
        }
        if (TYPED.contains(word) && beginsTypedConstant()) {
            SqlType type = TypeParser.parse(tokens);
            return new Cast(new Text(tokens.next().text()), type);
        }
        return CONSTANTS.contains(word) ? constant() : nameOrCall();
    }

    /** {@code date '…'}, {@code timestamp(3) with time zone '…'}: a constant follows before anything else does. */
    private boolean beginsTypedConstant() {
        int ahead = 1;
        if (tokens.peek(ahead).isSymbol("(") && tokens.peek(ahead + 2).isSymbol(")")) {
            ahead += 3;
        }
        while (Set.of("with", "without", "time", "zone")
                .contains(tokens.peek(ahead).text())) {
            ahead++;
        }
        return tokens.peek(ahead).kind() == SqlToken.Kind.STRING;
    }

    private Expression constant() throws NotUnderstood {
        String word = tokens.next().text().toUpperCase(Locale.ROOT);
        if (tokens.takeSymbol("(")) {
            return new Form(Shape.CALL, word, expressions.list(")"));
        }
        return new Name(word);
    }

    private Expression cast() throws NotUnderstood {
        tokens.next();
        tokens.expectSymbol("(");
        Expression operand = expressions.expression(0);
        tokens.expectWord("as");
        SqlType type = TypeParser.parse(tokens);
        tokens.expectSymbol(")");
        return new Cast(operand, type);
    }

    private Expression caseExpression() throws NotUnderstood {
        tokens.next();
        List<Expression> parts = new ArrayList<>();
        boolean subject = !tokens.peek().isWord("when");
        if (subject) {
            parts.add(expressions.expression(0));
        }
        while (tokens.takeWord("when")) {
            parts.add(expressions.expression(0));
            tokens.expectWord("then");
            parts.add(expressions.expression(0));
        }
        parts.add(tokens.takeWord("else") ? expressions.expression(0) : new Name("NULL"));
        tokens.expectWord("end");
        return new Form(Shape.CASE, subject ? "subject" : "", parts);
    }

    private Expression nameOrCall() throws NotUnderstood {
        String name = name();
        if (!tokens.takeSymbol("(")) {
            return new Name(name);
        }
        if (name.equals("position")) {
            Expression part = expressions.expression(ExpressionParser.aboveIn());
            tokens.expectWord("in");
            Expression whole = expressions.expression(0);
            tokens.expectSymbol(")");
            return Form.of(Shape.CALL, "strpos", whole, part);
        }
        if (name.equals("row")) {
            return new Form(Shape.ROW, "", expressions.list(")"));
        }
        return name.equals("trim") ? trim() : new Form(Shape.CALL, name, arguments());
    }

    /** Reads a name with its schema; the server prints no {@code pg_catalog} with an empty search path, people may. */
    String name() throws NotUnderstood {
        StringBuilder name = new StringBuilder(part());
        while (tokens.takeSymbol(".")) {
            name.append('.').append(part());
        }
        return name.toString().replaceFirst("^pg_catalog\\.", "");
    }

    private String part() throws NotUnderstood {
        SqlToken token = tokens.next();
        if (token.kind() != SqlToken.Kind.WORD && token.kind() != SqlToken.Kind.QUOTED) {
            throw new NotUnderstood("'" + token.text() + "' is no name");
        }
        return token.text();
    }

    /** FROM and FOR divide arguments as commas do: {@code substring(a from 1 for 2)}, {@code extract(year from a)}. */
    private List<Expression> arguments() throws NotUnderstood {
        List<Expression> result = new ArrayList<>();
        if (tokens.takeSymbol(")")) {
            return result;
        }
        do {
            result.add(expressions.expression(0));
        } while (tokens.takeSymbol(",") || tokens.takeWord("from") || tokens.takeWord("for"));
        tokens.expectSymbol(")");
        return result;
    }

    /** {@code TRIM(LEADING x FROM a)} is {@code ltrim(a, x)}. */
    private Expression trim() throws NotUnderstood {
        String function = tokens.takeWord("leading") ? "ltrim" : tokens.takeWord("trailing") ? "rtrim" : "btrim";
        tokens.takeWord("both");
        if (tokens.takeWord("from")) {
            return new Form(Shape.CALL, function, arguments());
        }
        Expression first = expressions.expression(0);
        if (tokens.takeWord("from")) {
            Expression whole = expressions.expression(0);
            tokens.expectSymbol(")");
            return Form.of(Shape.CALL, function, whole, first);
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        parts.addAll(tokens.takeSymbol(",") ? arguments() : List.of());
        if (parts.size() == 1) {
            tokens.expectSymbol(")");
        }
        return new Form(Shape.CALL, function, parts);
    }
}

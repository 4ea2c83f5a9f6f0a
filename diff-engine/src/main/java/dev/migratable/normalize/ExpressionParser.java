package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Cast;
import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Name;
import dev.migratable.normalize.Expression.Num;
import dev.migratable.normalize.Expression.Shape;
import dev.migratable.normalize.TokenCursor.NotUnderstood;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Parses expressions by operator precedence as in PostgreSQL's manual, 4.1.6. Subqueries and windows are beyond it. */
final class ExpressionParser {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int RANGE = 6;
    private static final int OTHER_OPERATOR = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int POWER = 10;
    private static final int AT = 11;
    private static final int COLLATE = 12;
    private static final int SIGN = 13;
    private static final int CAST = 15;

    private static final Map<String, Integer> OPERATORS = Map.ofEntries(
            Map.entry("<", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry("=", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("<>", COMPARISON),
            Map.entry("+", SUM),
            Map.entry("-", SUM),
            Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT),
            Map.entry("%", PRODUCT),
            Map.entry("^", POWER),
            Map.entry("::", CAST));

    /** Deeper nesting, beyond what people write, could end in a stack overflow of whoever walks the tree. */
    private static final int MAX_DEPTH = 150;

    private final TokenCursor tokens;
    private int depth;

    private ExpressionParser(TokenCursor tokens) {
        this.tokens = tokens;
    }

    /** Returns the parsed expression; empty where the text is beyond this parser. */
    static Optional<Expression> parse(List<SqlToken> tokens) {
        TokenCursor cursor = new TokenCursor(tokens);
        try {
            Expression result = new ExpressionParser(cursor).expression(0);
            return cursor.atEnd() ? Optional.of(result) : Optional.empty();
        } catch (NotUnderstood e) {
            return Optional.empty(); // compared token by token
        }
    }

    /** Parses what binds more tightly than {@code floor}. */
    Expression expression(int floor) throws NotUnderstood {
        int outside = depth;
        deeper();
        Expression left = prefix();
        Optional<Expression> longer = infix(left, floor);
        while (longer.isPresent()) {
            left = longer.get();
            longer = infix(left, floor);
        }
        depth = outside;
        return left;
    }

    private void deeper() throws NotUnderstood {
        if (++depth > MAX_DEPTH) {
            throw new NotUnderstood("the expression is nested too deeply");
        }
    }

    private Expression prefix() throws NotUnderstood {
        if (tokens.takeWord("not")) {
            return Form.of(Shape.PREFIX, "NOT", expression(NOT - 1));
        }
        SqlToken token = tokens.peek();
        if (token.kind() == SqlToken.Kind.OPERATOR && !token.text().equals("::")) {
            tokens.next();
            boolean sign = token.text().equals("-") || token.text().equals("+");
            return signed(token.text(), expression(sign ? SIGN : OTHER_OPERATOR));
        }
        return new PrimaryParser(tokens, this).primary();
    }

    private static Expression signed(String operator, Expression operand) {
        if (operator.equals("-")
                && operand instanceof Num number
                && !number.digits().startsWith("-")) {
            return new Num("-" + number.digits());
        }
        return operator.equals("+") && operand instanceof Num ? operand : Form.of(Shape.PREFIX, operator, operand);
    }

    private Optional<Expression> infix(Expression left, int floor) throws NotUnderstood {
        SqlToken token = tokens.peek();
        if (token.kind() == SqlToken.Kind.OPERATOR) {
            return operator(left, token.text(), floor);
        }
        if (floor < CAST && tokens.takeSymbol("[")) {
            Expression index = expression(0);
            tokens.expectSymbol("]");
            return Optional.of(Form.of(Shape.SUBSCRIPT, "", left, index));
        }
        return token.kind() == SqlToken.Kind.WORD ? word(left, floor) : Optional.empty();
    }

    /** {@code a OR b OR c}, of which generated checks have hundreds, is one node from the start. */
    private static Expression chain(Shape shape, Expression left, Expression right) {
        List<Expression> parts = new ArrayList<>();
        if (left instanceof Form form && form.shape() == shape) {
            parts.addAll(form.parts());
        } else {
            parts.add(left);
        }
        parts.add(right);
        return new Form(shape, "", parts);
    }

    private Optional<Expression> operator(Expression left, String operator, int floor) throws NotUnderstood {
        int binding = OPERATORS.getOrDefault(operator, OTHER_OPERATOR);
        if (binding <= floor) {
            return Optional.empty();
        }
        tokens.next();
        deeper(); // each operator of a chain nests the ones before it
        if (binding == CAST) {
            return Optional.of(new Cast(left, TypeParser.parse(tokens)));
        }
        return Optional.of(Form.of(Shape.INFIX, operator, left, expression(binding)));
    }

    private Optional<Expression> word(Expression left, int floor) throws NotUnderstood {
        if (floor < OR && tokens.takeWord("or")) {
            return Optional.of(chain(Shape.OR, left, expression(OR)));
        }
        if (floor < AND && tokens.takeWord("and")) {
            return Optional.of(chain(Shape.AND, left, expression(AND)));
        }
        if (floor < IS) {
            Optional<Expression> test = test(left);
            if (test.isPresent()) {
                return test;
            }
        }
        if (floor < RANGE) {
            Optional<Expression> range = range(left);
            if (range.isPresent()) {
                return range;
            }
        }
        if (floor < AT && tokens.takeWords("at", "time", "zone")) {
            return Optional.of(Form.of(Shape.CALL, "timezone", expression(AT), left));
        }
        if (floor < COLLATE && tokens.takeWord("collate")) {
            return Optional.of(Form.of(Shape.INFIX, "COLLATE", left, new Name(new PrimaryParser(tokens, this).name())));
        }
        return Optional.empty();
    }

    private Optional<Expression> test(Expression left) throws NotUnderstood {
        if (tokens.takeWord("isnull")) {
            return Optional.of(Form.of(Shape.POSTFIX, "IS NULL", left));
        }
        if (tokens.takeWord("notnull")) {
            return Optional.of(Form.of(Shape.POSTFIX, "IS NOT NULL", left));
        }
        if (!tokens.takeWord("is")) {
            return Optional.empty();
        }
        String is = tokens.takeWord("not") ? "IS NOT" : "IS";
        if (tokens.takeWords("distinct", "from")) {
            return Optional.of(Form.of(Shape.INFIX, is + " DISTINCT FROM", left, expression(IS)));
        }
        for (String word : List.of("null", "true", "false", "unknown", "document", "normalized")) {
            if (tokens.takeWord(word)) {
                return Optional.of(Form.of(Shape.POSTFIX, is + " " + word.toUpperCase(Locale.ROOT), left));
            }
        }
        throw new NotUnderstood("unknown test IS " + tokens.peek().text());
    }

    private Optional<Expression> range(Expression left) throws NotUnderstood {
        boolean not = tokens.peek().isWord("not")
                && List.of("in", "between", "like", "ilike", "similar")
                        .contains(tokens.peek(1).text());
        if (not) {
            tokens.next();
        }
        if (tokens.takeWord("in")) {
            return Optional.of(in(left, not));
        }
        if (tokens.takeWord("between")) {
            if (tokens.takeWord("symmetric")) {
                throw new NotUnderstood("BETWEEN SYMMETRIC");
            }
            tokens.takeWord("asymmetric");
            Expression low = expression(RANGE);
            tokens.expectWord("and");
            return Optional.of(Form.of(not ? Shape.NOT_BETWEEN : Shape.BETWEEN, "", left, low, expression(RANGE)));
        }
        if (tokens.takeWord("like")) {
            return Optional.of(pattern(not ? "!~~" : "~~", left, "like_escape", false));
        }
        if (tokens.takeWord("ilike")) {
            return Optional.of(pattern(not ? "!~~*" : "~~*", left, "like_escape", false));
        }
        if (tokens.takeWords("similar", "to")) {
            return Optional.of(pattern(not ? "!~" : "~", left, "similar_to_escape", true));
        }
        return Optional.empty();
    }

    /** LIKE and its relatives are operators to the server, which prints them so. */
    private Expression pattern(String operator, Expression left, String function, boolean always) throws NotUnderstood {
        List<Expression> arguments = new ArrayList<>(List.of(expression(RANGE)));
        if (tokens.takeWord("escape")) {
            arguments.add(expression(RANGE));
        }
        boolean call = always || arguments.size() > 1;
        Expression right = call ? new Form(Shape.CALL, function, arguments) : arguments.get(0);
        return Form.of(Shape.INFIX, operator, left, right);
    }

    private Expression in(Expression left, boolean not) throws NotUnderstood {
        tokens.expectSymbol("(");
        List<Expression> parts = new ArrayList<>(List.of(left));
        parts.addAll(list(")"));
        return new Form(not ? Shape.NOT_IN : Shape.IN, "", parts);
    }

    /** Parses expressions between commas and takes the symbol that closes them. */
    List<Expression> list(String close) throws NotUnderstood {
        List<Expression> result = new ArrayList<>();
        if (tokens.takeSymbol(close)) {
            return result;
        }
        do {
            result.add(expression(0));
        } while (tokens.takeSymbol(","));
        tokens.expectSymbol(close);
        return result;
    }

    /** What an operand within {@code POSITION(a IN b)} binds with. */
    static int aboveIn() {
        return RANGE;
    }
}

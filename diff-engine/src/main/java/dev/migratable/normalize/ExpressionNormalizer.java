package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Shape;
import dev.migratable.schema.SqlType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Recognises spellings of one expression: what people write ({@code status in ('A', 'B')}) and what PostgreSQL prints
 * ({@code (status)::text = ANY ((ARRAY['A'::character varying, …])::text[])}). Works without a database, so it knows no
 * column's type; casts that the server adds are dropped wherever they stand.
 *
 * <p>The result is for comparing, not for running. What is not understood (subqueries, window functions) is compared
 * token by token, blanks, comments and the case of keywords aside.
 */
public final class ExpressionNormalizer {

    private static final List<ExpressionRule> RULES = List.of(
            new FlattenRule(),
            new BetweenRule(),
            new NumberRule(),
            new TextCastRule(),
            new LiteralCastRule(),
            new MembershipRule(),
            new WideningCastRule(),
            new NowRule(),
            new FunctionSpellingRule(),
            new SequenceNameRule());

    /** What leaves every cast where it is, and with it the meaning beyond doubt. */
    private static final List<ExpressionRule> EXACT_RULES =
            List.of(new FlattenRule(), new NumberRule(), new ArrayCastRule(), new MemberOrderRule(), new NowRule());

    private ExpressionNormalizer() {}

    /**
     * Returns the canonical text of an expression.
     *
     * @param expression an SQL expression
     * @param context for a column's default, the column's type; empty for a condition
     */
    public static String normalize(String expression, Optional<SqlType> context) {
        String bare = Parentheses.strip(expression);
        Optional<List<SqlToken>> tokens = SqlTokenizer.read(bare);
        if (tokens.isEmpty()) {
            return bare;
        }
        return ExpressionParser.parse(tokens.get())
                .map(root -> canonical(root, RULES))
                .map(root -> context.map(TypeNormalizer::normalize)
                        .map(type -> new DefaultValueRule(type).apply(root))
                        .orElse(root))
                .map(ExpressionPrinter::print)
                .orElseGet(() -> joined(tokens.get()));
    }

    /**
     * Returns the canonical text of a check. The order of the conditions that it joins with AND says nothing, for
     * PostgreSQL promises no order of evaluation; nor does one said twice.
     */
    public static String normalizeCheck(String expression) {
        return parsed(Parentheses.strip(expression))
                .map(root -> ExpressionPrinter.print(ordered(canonical(root, RULES))))
                .orElseGet(() -> normalize(expression, Optional.empty()));
    }

    /**
     * Returns the canonical text of an expression that the server printed: only what means the same whatever the types
     * are becomes one.
     */
    public static String normalizePrinted(String printed) {
        String bare = Parentheses.strip(printed);
        return parsed(bare)
                .map(root -> ExpressionPrinter.print(canonical(root, EXACT_RULES)))
                .orElse(bare);
    }

    /** Returns the canonical text of a check that the server printed. */
    public static String normalizePrintedCheck(String printed) {
        String bare = Parentheses.strip(printed);
        return parsed(bare)
                .map(root -> ExpressionPrinter.print(ordered(canonical(root, EXACT_RULES))))
                .orElse(bare);
    }

    private static Optional<Expression> parsed(String bare) {
        return SqlTokenizer.read(bare).flatMap(ExpressionParser::parse);
    }

    private static Expression ordered(Expression root) {
        if (!(root instanceof Form form) || form.shape() != Shape.AND) {
            return root;
        }
        List<Expression> conditions = form.parts().stream()
                .sorted(Comparator.comparing(ExpressionPrinter::print))
                .distinct()
                .toList();
        return conditions.size() == 1 ? conditions.get(0) : form.withParts(conditions.stream());
    }

    /** Repeats the rules from the leaves to the root until nothing changes: one may make a node for another. */
    private static Expression canonical(Expression expression, List<ExpressionRule> rules) {
        Expression result = expression;
        Expression before;
        do {
            before = result;
            result = pass(before, rules);
        } while (!result.equals(before));
        return result;
    }

    private static Expression pass(Expression expression, List<ExpressionRule> rules) {
        Expression result = expression.mapParts(part -> pass(part, rules));
        for (ExpressionRule rule : rules) {
            result = rule.apply(result);
        }
        return result;
    }

    private static String joined(List<SqlToken> tokens) {
        return tokens.stream()
                .map(token -> token.kind() == SqlToken.Kind.STRING
                        ? ExpressionPrinter.print(new Expression.Text(token.text()))
                        : token.text())
                .collect(Collectors.joining(" "));
    }
}

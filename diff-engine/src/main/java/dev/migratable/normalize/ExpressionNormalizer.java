package dev.migratable.normalize;

import dev.migratable.normalize.Expression.Form;
import dev.migratable.normalize.Expression.Shape;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
                .map(ExpressionNormalizer::canonical)
                .map(root -> context.map(TypeNormalizer::normalize)
                        .map(type -> new DefaultValueRule(type).apply(root))
                        .orElse(root))
                .map(ExpressionPrinter::print)
                .orElseGet(() -> joined(tokens.get()));
    }

    /**
     * Returns the canonical texts of the conditions that a check joins with AND. Their order says nothing, for PostgreSQL
     * promises no order of evaluation; nor does one said twice.
     */
    public static SortedSet<String> conditions(String expression) {
        Optional<Expression> root = SqlTokenizer.read(Parentheses.strip(expression))
                .flatMap(ExpressionParser::parse)
                .map(ExpressionNormalizer::canonical);
        if (root.isPresent() && root.get() instanceof Form form && form.shape() == Shape.AND) {
            return form.parts().stream().map(ExpressionPrinter::print).collect(Collectors.toCollection(TreeSet::new));
        }
        return new TreeSet<>(Set.of(normalize(expression, Optional.empty())));
    }

    /** Repeats the rules from the leaves to the root until nothing changes: one may make a node for another. */
    private static Expression canonical(Expression expression) {
        Expression result = expression;
        Expression before;
        do {
            before = result;
            result = pass(before);
        } while (!result.equals(before));
        return result;
    }

    private static Expression pass(Expression expression) {
        Expression result = expression.mapParts(ExpressionNormalizer::pass);
        for (ExpressionRule rule : RULES) {
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

package dev.migratable.catalog;

import dev.migratable.normalize.Parentheses;
import dev.migratable.normalize.PlacedExpression;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Expressions over the columns of one table, of which the server is asked what they mean.
 *
 * @param table the table
 * @param expressions the expressions
 */
record ExpressionQuestion(Table table, List<PlacedExpression> expressions) {

    /** What a table has when it was never given an expression. */
    private static final String NAME = "migratable_expression_";

    /** Returns the expressions that can be given to a table, by the names they are given under. */
    Map<String, PlacedExpression> named() {
        Map<String, PlacedExpression> named = new LinkedHashMap<>();
        for (PlacedExpression expression : expressions) {
            if (Parentheses.fits(expression.text())) {
                named.put(NAME + named.size(), expression);
            }
        }
        return named;
    }

    /** Returns what gives them to a table, all at once; empty where there is nothing to give. */
    String actions() {
        return named().entrySet().stream()
                .map(entry -> action(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns all columns of the table. */
    String columns() {
        return table.columns().stream().map(ExpressionQuestion::column).collect(Collectors.joining(", "));
    }

    /** Returns the columns whose names occur in the expressions: those they name, and maybe others. */
    String columnsNamed() {
        String texts = expressions.stream()
                .map(PlacedExpression::text)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        boolean escaped = texts.contains("u&"); // the name may be spelled in numbers
        return table.columns().stream()
                .filter(column ->
                        escaped || texts.contains(quoted(column.name()).toLowerCase(Locale.ROOT)))
                .map(ExpressionQuestion::column)
                .collect(Collectors.joining(", "));
    }

    /** A key's expression has any type, so that it is asked about as a part of a condition. */
    static String action(String name, PlacedExpression expression) {
        String text = "(" + expression.text() + "\n)"; // the text may end with a comment
        String type = expression.type().map(SqlType::sql).orElse("");
        return switch (expression.place()) {
            case DEFAULT -> "add column " + name + " " + type + " default " + text;
            case GENERATED -> "add column " + name + " " + type + " generated always as " + text + " stored";
            case CHECK, INDEX_PREDICATE -> "add constraint " + name + " check " + text;
            case INDEX_KEY -> "add constraint " + name + " check (" + text + " is not null)";
        };
    }

    private static String column(Column column) {
        return "\"" + quoted(column.name()) + "\" "
                + column.type().sql()
                + column.collation().map(c -> " collate " + c).orElse("");
    }

    private static String quoted(String name) {
        return name.replace("\"", "\"\"");
    }

    /** Returns what the answer depends on: two questions with equal ones have equal answers, in the order they have. */
    List<Object> content() {
        List<Object> content = new ArrayList<>();
        content.add(columnsNamed());
        expressions.forEach(e -> content.add(List.of(e.place(), e.type(), e.text())));
        return content;
    }
}

package dev.migratable.catalog;

import dev.migratable.normalize.ExpressionNormalizer;
import dev.migratable.normalize.PlacedExpression;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Temporary tables that take the expressions of many tables in one statement and give them back as the server prints
 * them. Each has only the columns its expressions name. Where the server refuses something, halves are asked apart, until
 * one table is left to {@link ExpressionTable}.
 *
 * @param query runs the statements, within a transaction
 */
record ExpressionTables(CatalogQuery query) {

    /** A few hundred locks at a time, which a server with default settings has. */
    private static final int AT_ONCE = 50;

    /** Returns the forms of all expressions; equal questions are asked once. */
    Map<PlacedExpression, String> ask(List<ExpressionQuestion> questions) throws SQLException {
        Map<List<Object>, List<ExpressionQuestion>> equal = new LinkedHashMap<>();
        for (ExpressionQuestion question : questions) {
            equal.computeIfAbsent(question.content(), key -> new ArrayList<>()).add(question);
        }
        List<ExpressionQuestion> distinct =
                equal.values().stream().map(same -> same.get(0)).toList();
        Map<PlacedExpression, String> forms = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += AT_ONCE) {
            forms.putAll(part(distinct.subList(from, Math.min(from + AT_ONCE, distinct.size()))));
        }
        equal.values().forEach(same -> same.forEach(question -> copy(same.get(0), question, forms)));
        return forms;
    }

    private static void copy(ExpressionQuestion from, ExpressionQuestion to, Map<PlacedExpression, String> forms) {
        for (int i = 0; i < to.expressions().size(); i++) {
            Optional<String> form =
                    Optional.ofNullable(forms.get(from.expressions().get(i)));
            PlacedExpression same = to.expressions().get(i);
            form.ifPresent(f -> forms.put(same, f));
        }
    }

    private Map<PlacedExpression, String> part(List<ExpressionQuestion> questions) throws SQLException {
        if (questions.size() == 1) {
            return new ExpressionTable(query).ask(questions.get(0));
        }
        Optional<Map<PlacedExpression, String>> together = together(questions);
        if (together.isPresent()) {
            return together.get();
        }
        int half = questions.size() / 2;
        Map<PlacedExpression, String> forms = new HashMap<>(part(questions.subList(0, half)));
        forms.putAll(part(questions.subList(half, questions.size())));
        return forms;
    }

    private Optional<Map<PlacedExpression, String>> together(List<ExpressionQuestion> questions) throws SQLException {
        Map<PlacedExpression, String> forms = new HashMap<>();
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            ExpressionQuestion question = questions.get(i);
            question.expressions().forEach(e -> forms.put(e, ExpressionTable.offline(e)));
            String actions = question.actions();
            if (!actions.isEmpty()) {
                statements.add(query.text("expression_table", i, question.columnsNamed()));
                statements.add(query.text("expression_actions", i, actions));
            }
        }
        Connection connection = query.connection();
        Savepoint before = connection.setSavepoint();
        try {
            query.execute(String.join(";\n", statements));
            forms.putAll(read(query, questions));
            return Optional.of(forms);
        } catch (SQLException e) {
            ExpressionTable.rejectHopeless(e);
            return Optional.empty();
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
    }

    /** Returns the forms of what the temporary tables were given; a question's place is the number of its table. */
    static Map<PlacedExpression, String> read(CatalogQuery query, List<ExpressionQuestion> questions)
            throws SQLException {
        List<Map<String, PlacedExpression>> named =
                questions.stream().map(ExpressionQuestion::named).toList();
        Map<PlacedExpression, String> forms = new HashMap<>();
        query.run("search_path");
        query.each("expression_forms", row -> {
            Map<String, PlacedExpression> ofTable = named.get(Math.toIntExact(row.number("number")));
            Optional<PlacedExpression> expression = Optional.ofNullable(ofTable.get(row.text("name")));
            String form = ExpressionNormalizer.normalizePrinted(row.text("printed"));
            expression.ifPresent(e -> forms.put(e, form));
        });
        return forms;
    }
}

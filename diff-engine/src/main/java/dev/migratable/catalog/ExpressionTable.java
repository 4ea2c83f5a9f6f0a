package dev.migratable.catalog;

import dev.migratable.normalize.ExpressionForms;
import dev.migratable.normalize.ExpressionNormalizer;
import dev.migratable.normalize.Parentheses;
import dev.migratable.normalize.PlacedExpression;
import dev.migratable.normalize.PlacedExpression.Place;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A temporary table that takes expressions and gives them back as the server prints them.
 *
 * @param query runs its statements, within a transaction
 */
record ExpressionTable(CatalogQuery query) {

    private static final System.Logger LOG = System.getLogger(ExpressionTable.class.getName());

    /** What a table has when it was never given an expression. */
    private static final String NAME = "migratable_expression_";

    /** No privilege, a standby's read-only transaction: the next table would fare no better. */
    private static final List<String> HOPELESS = List.of("42501", "25006");

    /**
     * Returns the forms of expressions over a table's columns; the one that is known offline where the server does not
     * understand an expression.
     *
     * @throws SQLException where the server can be asked nothing at all
     */
    Map<PlacedExpression, String> ask(Table table, List<PlacedExpression> expressions) throws SQLException {
        Map<PlacedExpression, String> forms = new HashMap<>();
        expressions.forEach(expression -> forms.put(expression, offline(expression)));
        Connection connection = query.connection();
        Savepoint before = connection.setSavepoint();
        try {
            query.run("expression_table", columns(table));
            forms.putAll(read(given(expressions)));
        } catch (SQLException e) {
            if (e.getSQLState() == null || HOPELESS.contains(e.getSQLState())) {
                throw e;
            }
            LOG.log(
                    System.Logger.Level.WARNING,
                    table.name().display() + ": the server cannot be asked what its expressions mean (" + fact(e)
                            + "): they are compared without it.");
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
        return forms;
    }

    /** Never equal to what the server printed: what it does not understand, it has not got. */
    private static String offline(PlacedExpression expression) {
        return "\0" + ExpressionForms.OFFLINE.of(expression);
    }

    static String fact(SQLException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    }

    /** All at once; where the server refuses that, one by one, to find what it understands. */
    private Map<String, PlacedExpression> given(List<PlacedExpression> expressions) throws SQLException {
        Map<String, PlacedExpression> named = new LinkedHashMap<>();
        for (PlacedExpression expression : expressions) {
            if (Parentheses.fits(expression.text())) {
                named.put(NAME + named.size(), expression);
            }
        }
        List<String> actions = new ArrayList<>();
        named.forEach((name, expression) -> actions.add(action(name, expression)));
        if (actions.isEmpty() || isDone(String.join(", ", actions))) {
            return named;
        }
        Map<String, PlacedExpression> understood = new LinkedHashMap<>();
        for (Map.Entry<String, PlacedExpression> entry : named.entrySet()) {
            if (isDone(action(entry.getKey(), entry.getValue()))) {
                understood.put(entry.getKey(), entry.getValue());
            }
        }
        return understood;
    }

    private boolean isDone(String actions) throws SQLException {
        Savepoint before = query.connection().setSavepoint();
        try {
            query.run("expression_actions", actions);
            return true;
        } catch (SQLException e) {
            query.connection().rollback(before);
            LOG.log(System.Logger.Level.DEBUG, "The server does not understand " + actions + ": " + fact(e));
            return false;
        } finally {
            query.connection().releaseSavepoint(before);
        }
    }

    private Map<PlacedExpression, String> read(Map<String, PlacedExpression> given) throws SQLException {
        Map<PlacedExpression, String> forms = new HashMap<>();
        query.run("search_path");
        query.each("expression_forms", row -> {
            Optional<PlacedExpression> expression = Optional.ofNullable(given.get(row.text("name")));
            String printed = row.text("printed");
            expression.ifPresent(e -> forms.put(
                    e,
                    e.place() == Place.CHECK
                            ? ExpressionNormalizer.normalizePrintedCheck(printed)
                            : ExpressionNormalizer.normalizePrinted(printed)));
        });
        return forms;
    }

    /** A key's expression has any type, so that it is asked about as a part of a condition. */
    private static String action(String name, PlacedExpression expression) {
        String text = "(" + expression.text() + "\n)"; // the text may end with a comment
        String type = expression.type().map(SqlType::sql).orElse("");
        return switch (expression.place()) {
            case DEFAULT -> "add column " + name + " " + type + " default " + text;
            case GENERATED -> "add column " + name + " " + type + " generated always as " + text + " stored";
            case CHECK, INDEX_PREDICATE -> "add constraint " + name + " check " + text;
            case INDEX_KEY -> "add constraint " + name + " check (" + text + " is not null)";
        };
    }

    private static String columns(Table table) {
        return table.columns().stream().map(ExpressionTable::column).collect(Collectors.joining(", "));
    }

    private static String column(Column column) {
        return "\"" + column.name().replace("\"", "\"\"") + "\" "
                + column.type().sql()
                + column.collation().map(c -> " collate " + c).orElse("");
    }
}

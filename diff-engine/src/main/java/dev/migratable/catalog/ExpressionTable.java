package dev.migratable.catalog;

import dev.migratable.normalize.ExpressionForms;
import dev.migratable.normalize.PlacedExpression;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A temporary table that takes the expressions of one table and gives them back as the server prints them.
 *
 * @param query runs its statements, within a transaction
 */
record ExpressionTable(CatalogQuery query) {

    private static final System.Logger LOG = System.getLogger(ExpressionTable.class.getName());

    /** No privilege, a standby's read-only transaction: the next table would fare no better. */
    private static final List<String> HOPELESS = List.of("42501", "25006");

    /** There is but one. */
    private static final int NUMBER = 0;

    /**
     * Returns the forms of expressions over a table's columns; the one that is known offline where the server does not
     * understand an expression.
     *
     * @throws SQLException where the server can be asked nothing at all
     */
    Map<PlacedExpression, String> ask(ExpressionQuestion question) throws SQLException {
        Map<PlacedExpression, String> forms = new HashMap<>();
        question.expressions().forEach(expression -> forms.put(expression, offline(expression)));
        Connection connection = query.connection();
        Savepoint before = connection.setSavepoint();
        try {
            query.execute(query.text("expression_table", NUMBER, question.columns()));
            give(question);
            forms.putAll(ExpressionTables.read(query, List.of(question)));
        } catch (SQLException e) {
            rejectHopeless(e);
            LOG.log(
                    System.Logger.Level.WARNING,
                    question.table().name().display() + ": the server cannot be asked what its expressions mean ("
                            + fact(e) + "): they are compared without it.");
        } finally {
            connection.rollback(before);
            connection.releaseSavepoint(before);
        }
        return forms;
    }

    /** Passes on an error that any other table would meet, too. */
    static void rejectHopeless(SQLException e) throws SQLException {
        if (e.getSQLState() == null || HOPELESS.contains(e.getSQLState())) {
            throw e;
        }
    }

    /** Never equal to what the server printed: what it does not understand, it has not got. */
    static String offline(PlacedExpression expression) {
        return "\0" + ExpressionForms.OFFLINE.of(expression);
    }

    static String fact(SQLException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    }

    /** All at once; where the server refuses that, one by one: what it does not understand, the table does not get. */
    private void give(ExpressionQuestion question) throws SQLException {
        String actions = question.actions();
        if (actions.isEmpty() || isDone(actions)) {
            return;
        }
        for (Map.Entry<String, PlacedExpression> entry : question.named().entrySet()) {
            isDone(ExpressionQuestion.action(entry.getKey(), entry.getValue()));
        }
    }

    private boolean isDone(String actions) throws SQLException {
        Savepoint before = query.connection().setSavepoint();
        try {
            query.execute(query.text("expression_actions", NUMBER, actions));
            return true;
        } catch (SQLException e) {
            query.connection().rollback(before);
            LOG.log(System.Logger.Level.DEBUG, "The server does not understand " + actions + ": " + fact(e));
            return false;
        } finally {
            query.connection().releaseSavepoint(before);
        }
    }
}

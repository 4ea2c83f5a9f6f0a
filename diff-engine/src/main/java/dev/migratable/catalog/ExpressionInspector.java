package dev.migratable.catalog;

import dev.migratable.normalize.Canonicalizer;
import dev.migratable.normalize.ExpressionForms;
import dev.migratable.normalize.PlacedExpression;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets a live PostgreSQL decide which expressions are the same: where the texts of two sides differ, it reads both as
 * expressions over the desired table's columns and prints what it understood.
 *
 * <p><b>Harmless:</b> a temporary table takes the expressions and is rolled back, so that nothing is left, no lock on a
 * table of anybody is asked for, and no privilege but TEMPORARY on the database is needed. Each statement ends after 5
 * seconds. Event triggers of the database see the temporary tables.
 *
 * <p><b>Where the server cannot answer</b> (a standby, no privilege, a type or function that does not exist yet), the
 * rules that work without a database decide, and a warning is logged where that concerns a whole table or more.
 *
 * <p><b>Transactions:</b> as {@link CatalogInspector}.
 */
public final class ExpressionInspector implements Canonicalizer {

    private static final System.Logger LOG = System.getLogger(ExpressionInspector.class.getName());

    private final Connection connection;

    /** Creates an inspector that asks over a connection, which the caller closes. */
    public ExpressionInspector(Connection connection) {
        this.connection = Objects.requireNonNull(connection, "connection");
    }

    @Override
    public ExpressionForms forms(Schema current, Schema desired) {
        List<ExpressionQuestion> questions = new ArrayList<>();
        for (Table table : desired.tables()) {
            Optional<Table> present = current.table(table.name());
            List<PlacedExpression> ofTable =
                    present.map(p -> ExpressionQuestions.of(p, table)).orElse(List.of());
            if (!ofTable.isEmpty()) {
                questions.add(new ExpressionQuestion(table, ofTable));
            }
        }
        if (questions.isEmpty()) {
            return PlacedExpression::text;
        }
        try {
            Map<PlacedExpression, String> answers =
                    connection.getAutoCommit() ? inOwnTransaction(questions) : inSavepoint(questions);
            return expression -> answers.getOrDefault(expression, expression.text());
        } catch (SQLException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The server cannot be asked what expressions mean (" + ExpressionTable.fact(e)
                            + "): they are compared without it. Grant TEMPORARY on the database to the connecting role.");
            return ExpressionForms.OFFLINE;
        }
    }

    private Map<PlacedExpression, String> inOwnTransaction(List<ExpressionQuestion> questions) throws SQLException {
        connection.setAutoCommit(false);
        try {
            new CatalogQuery(connection).run("expression_transaction");
            return ask(questions);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Map<PlacedExpression, String> inSavepoint(List<ExpressionQuestion> questions) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            return ask(questions);
        } finally {
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
        }
    }

    private Map<PlacedExpression, String> ask(List<ExpressionQuestion> questions) throws SQLException {
        CatalogQuery query = new CatalogQuery(connection);
        query.run("expression_limits");
        return new ExpressionTables(query).ask(questions);
    }
}

package dev.migratable.runtime.execute;

import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.sql.RollbackSql;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.runtime.sql.WrittenSql;
import dev.migratable.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Finds what undoing a migration takes away for good: rows of tables that it created, and values of columns that it added
 * which are neither those it filled them with nor their default. A column that follows another one loses nothing.
 */
final class RollbackLosses {

    private final Connection connection;
    private final MigrationPlan plan;
    private final List<String> losses = new ArrayList<>();

    private RollbackLosses(Connection connection, MigrationPlan plan) {
        this.connection = connection;
        this.plan = plan;
    }

    /** Returns the names of the tables ({@code invoice}) and columns ({@code customer.phone}) that hold such a thing. */
    static List<String> of(Connection connection, MigrationPlan plan) throws SQLException {
        RollbackLosses finder = new RollbackLosses(connection, plan);
        for (Step step : plan.steps()) {
            if (step instanceof DdlStep ddl && step.header().phase() != Phase.CONTRACT) {
                for (String statement : ddl.rollback()) {
                    finder.look(statement);
                }
            }
        }
        return finder.losses;
    }

    private void look(String statement) throws SQLException {
        Matcher table = WrittenSql.DROP_TABLE.matcher(statement);
        if (table.matches()) {
            QualifiedName name = name(table);
            if (exists(name) && isTrue(RollbackSql.hasRow(Sql.name(name)))) {
                losses.add(name.display());
            }
        }
        Matcher column = WrittenSql.DROP_COLUMN.matcher(statement);
        if (column.matches()) {
            look(name(column), WrittenSql.raw(column.group("column")));
        }
    }

    private void look(QualifiedName table, String column) throws SQLException {
        Optional<Assignment> filled = assignment(table, column);
        if (filled.filter(a -> a.mode() != Mode.FILL).isPresent()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(RollbackSql.COLUMN)) {
            statement.setString(1, Sql.name(table));
            statement.setString(2, column);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return;
                }
                List<String> given = new ArrayList<>();
                filled.map(Assignment::expression).ifPresent(given::add);
                Optional.ofNullable(result.getString(2)).ifPresent(given::add);
                String question =
                        RollbackSql.hasOwnValue(Sql.name(table), Sql.identifier(column), result.getString(1), given);
                if (isTrue(question)) {
                    losses.add(table.display() + "." + column);
                }
            }
        }
    }

    private Optional<Assignment> assignment(QualifiedName table, String column) {
        return plan.steps().stream()
                .filter(step -> step instanceof BackfillStep && step.header().phase() != Phase.CONTRACT)
                .map(step -> ((BackfillStep) step).spec())
                .filter(spec -> spec.table().equals(table))
                .flatMap(spec -> spec.assignments().stream())
                .filter(a -> a.column().equals(column))
                .findFirst();
    }

    private boolean exists(QualifiedName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RollbackSql.TABLE_EXISTS)) {
            statement.setString(1, Sql.name(table));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private boolean isTrue(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static QualifiedName name(Matcher matcher) {
        return new QualifiedName(WrittenSql.raw(matcher.group("schema")), WrittenSql.raw(matcher.group("table")));
    }
}

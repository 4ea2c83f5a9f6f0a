package dev.migratable.runtime.preflight;

import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.sql.PreflightSql;
import dev.migratable.runtime.sql.StatementReader;
import dev.migratable.schema.ColumnName;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what depends on columns and tables that change: by running, all at once and read only, the very looks that the
 * change sets begin with, and by searching the texts of functions, which PostgreSQL does not understand.
 */
final class DependentCheck implements PreflightCheck {

    /** What the looks fail with: dependent_objects_still_exist, duplicate_column, feature_not_supported. */
    private static final Set<String> FOUND = Set.of("2BP01", "42701", "0A000");

    @Override
    public String subject() {
        return "dependents";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        List<PreflightFinding> findings = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (PendingStep step : scope.lookable()) {
            for (String guard : new StatementReader(step.statements()).guards()) {
                Optional<String> fact = inTheWay(database, guard);
                // Expand and contract look for the same things; what stops expand need not be told again.
                if (fact.isPresent() && told.add(fact.get())) {
                    findings.add(finding(step, fact.get()));
                }
            }
        }
        findings.addAll(mentions(database, scope));
        return findings;
    }

    private static PreflightFinding finding(PendingStep step, String fact) {
        String fix =
                "Change or drop what is in the way, and create it anew after the migration where it is still needed";
        return step.wanted()
                ? PreflightFinding.error("PRE01", step.place(), fact, fix)
                : PreflightFinding.warning(
                        "PRE01", step.place(), fact + "; it will stop the contract", fix + ", before the contract");
    }

    private static Optional<String> inTheWay(PreflightDatabase database, String guard) throws SQLException {
        try {
            database.readOnly(PreflightDatabase.CATALOG_MILLIS, connection -> {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(guard);
                }
            });
            return Optional.empty();
        } catch (SQLException e) {
            if (FOUND.contains(e.getSQLState())) {
                return Optional.of(DatabaseErrors.firstLine(e));
            }
            if ("25006".equals(e.getSQLState())) {
                return Optional.empty(); // Nothing is in its way; what follows writes, which is not for now.
            }
            throw e;
        }
    }

    private static List<PreflightFinding> mentions(PreflightDatabase database, PreflightScope scope)
            throws SQLException {
        StatementReader statements = scope.statements();
        List<PreflightFinding> findings = new ArrayList<>();
        for (ColumnName column : statements.goneColumns()) {
            for (String function : mentioning(database, scope, column)) {
                findings.add(PreflightFinding.warning(
                        "PRE02",
                        column.display(),
                        "the function " + function + " mentions it in its text, which PostgreSQL does not track; the"
                                + " function fails once the column is gone",
                        "Change the function before the contract"));
            }
        }
        for (ColumnName column : statements.retypedColumns()) {
            for (String function : mentioning(database, scope, column)) {
                findings.add(PreflightFinding.warning(
                        "PRE02",
                        column.display(),
                        "the function " + function + " mentions it in its text and meets its new type from the step"
                                + " on that changes it",
                        "See that its variables hold values of the new type"));
            }
        }
        return findings;
    }

    private static List<String> mentioning(PreflightDatabase database, PreflightScope scope, ColumnName column)
            throws SQLException {
        if (!scope.existing().contains(column.table())) {
            return List.of();
        }
        return database.rows(
                PreflightSql.MENTIONING_FUNCTIONS,
                row -> row.getString(1),
                PreflightSql.word(column.column()),
                PreflightSql.text(column.table()),
                PreflightSql.word(column.table().name()));
    }
}

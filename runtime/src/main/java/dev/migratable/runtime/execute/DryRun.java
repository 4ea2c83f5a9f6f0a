package dev.migratable.runtime.execute;

import dev.migratable.runtime.estimate.Estimator;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.sql.ChangeSetSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists, in order, the statements that applying a changelog would send now, those of the backfills' batches and of
 * Liquibase's preconditions included. What begins with two hyphens is a comment: which step it is, what it is expected to
 * cost, how often a statement is sent.
 */
final class DryRun {

    private static final String PRECONDITION = "--precondition-sql-check expectedResult:";

    private final LiquibaseRunner liquibase;
    private final PlanIndex plans;
    private final Estimator estimator;
    private final Connection connection;
    private final int version;
    private final List<String> lines = new ArrayList<>();

    /**
     * Prepares to list.
     *
     * @param connection for the estimates, apart from Liquibase's
     */
    DryRun(LiquibaseRunner liquibase, PlanIndex plans, Connection connection) throws SQLException {
        this.liquibase = liquibase;
        this.plans = plans;
        this.connection = connection;
        this.version = connection.getMetaData().getDatabaseMajorVersion();
        this.estimator = StepHistory.estimator(connection);
    }

    List<String> statements(Set<PhaseGroup> phases) throws SQLException {
        for (ChangeSetName changeSet : liquibase.pending()) {
            PhaseGroup group = plans.isContract(changeSet) ? PhaseGroup.CONTRACT : PhaseGroup.EXPAND;
            if (phases.contains(group)) {
                add(changeSet);
            }
        }
        return List.copyOf(lines);
    }

    private void add(ChangeSetName changeSet) throws SQLException {
        Optional<Step> step = plans.step(changeSet);
        if (step.isEmpty()) {
            comment(changeSet.toString());
        } else {
            add(changeSet, step.get());
        }
        if (step.filter(PlannedBackfills::replacesBlock).isEmpty()) {
            lines.addAll(liquibase.statements(changeSet));
        }
    }

    private void add(ChangeSetName changeSet, Step step) throws SQLException {
        String migration = plans.migration(changeSet);
        String id = step.header().id();
        comment(migration + " " + id + ": " + step.header().purpose());
        comment("lock: " + step.header().lock().sql() + "; estimate: "
                + estimator
                        .estimate(step, StepHistory.rowsSeen(connection, migration, id))
                        .describe());
        if (step instanceof BackfillStep backfill) {
            lines.addAll(BackfillStatements.of(backfill, version));
        }
        for (String line : ChangeSetSql.of(migration, step).preconditions()) {
            if (line.startsWith(PRECONDITION)) {
                String[] parts = line.substring(PRECONDITION.length()).split(" ", 2);
                comment("only where this gives " + parts[0] + ":");
                lines.add(parts[1]);
            }
        }
    }

    private void comment(String text) {
        lines.add(BackfillStatements.COMMENT + text.replaceAll("\\s*\\R\\s*", " "));
    }
}

package dev.migratable.runtime.execute;

import dev.migratable.runtime.estimate.Estimator;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.runtime.sql.BatchSql;
import dev.migratable.runtime.sql.ChangeSetSql;
import dev.migratable.runtime.sql.PlaceSql;
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
            addBatches(backfill);
        }
        for (String line : ChangeSetSql.of(migration, step).preconditions()) {
            if (line.startsWith(PRECONDITION)) {
                String[] parts = line.substring(PRECONDITION.length()).split(" ", 2);
                comment("only where this gives " + parts[0] + ":");
                lines.add(parts[1]);
            }
        }
    }

    private void addBatches(BackfillStep step) {
        BackfillSpec spec = step.spec();
        if (spec.byPlace()) {
            comment(
                    "for each batch of blocks, in a transaction of its own; the parameters are its first and last block:");
            lines.add(PlaceSql.count(spec, version));
            lines.add(PlaceSql.update(spec, version));
        } else {
            addKeyBatches(spec);
        }
        comment(
                PlannedBackfills.replacesBlock(step)
                        ? "in place of the change set's own block, which a stock Liquibase runs"
                        : "then the change set's own block, which finds what is left, and any that came in between:");
    }

    /** Adds the statements of {@code KeyBatches}, in the order in which a batch needs them. */
    private void addKeyBatches(BackfillSpec spec) {
        comment("for each batch of a range of keys, in a transaction of its own, until none is left; the parameters"
                + " are the key before the batch, the end of the range, and the number of rows less one, which"
                + " follows the time taken:");
        lines.add(BatchSql.end(spec, true, true));
        comment("where fewer are left, the same with the number of rows:");
        lines.add(BatchSql.rest(spec, true, true));
        if (BatchSql.hasWholeNumberKey(spec)) {
            comment(
                    "neither, where no key was missing in the batch before: as many keys as it may have rows are the batch");
        }
        comment("then the key before the batch and its last key:");
        lines.add(BatchSql.update(spec, true));
        if (BatchSql.hasWholeNumberKey(spec)) {
            comment("in place of it, from " + BackfillSql.FIRST_BATCH_ROWS + " rows on, the even keys of this batch and"
                    + " the odd ones of the batch before:");
            lines.add(BatchSql.halfUpdate(spec, true, 0));
            lines.add(BatchSql.halfUpdate(spec, true, 1));
            comment("where keys were taken for rows, and fewer were written, how many rows there are:");
            lines.add(BatchSql.count(spec, true));
        }
        comment("how far the range is, migratable.backfill_range, is stored in the same transaction");
    }

    private void comment(String text) {
        lines.add("-- " + text.replaceAll("\\s*\\R\\s*", " "));
    }
}

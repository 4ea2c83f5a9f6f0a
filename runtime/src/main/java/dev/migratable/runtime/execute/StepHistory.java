package dev.migratable.runtime.execute;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.backfill.BackfillState;
import dev.migratable.runtime.estimate.Estimator;
import dev.migratable.runtime.estimate.StepEstimate;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.history.RunOutcome;
import dev.migratable.runtime.history.StepRun;
import dev.migratable.runtime.history.StepStore;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.Step;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps the steps of one run in the history, each with what it was expected to cost. */
final class StepHistory {

    private final Connection connection;
    private final long run;
    private final PlanIndex plans;
    private final LiquibaseRunner liquibase;
    private int number;

    StepHistory(Connection connection, long run, PlanIndex plans, LiquibaseRunner liquibase) {
        this.connection = connection;
        this.run = run;
        this.plans = plans;
        this.liquibase = liquibase;
    }

    /** Notes that a step begins. */
    Entry start(ChangeSetName changeSet) throws SQLException {
        Optional<Step> step = plans.step(changeSet);
        Optional<StepEstimate> estimate = Optional.empty();
        if (step.isPresent()) {
            estimate = Optional.of(estimator(connection)
                    .estimate(step.get(), rowsSeen(connection, plans.migration(changeSet), plans.stepId(changeSet))));
        }
        Entry entry = new Entry(++number, changeSet, estimate);
        new StepStore(connection)
                .start(
                        run,
                        new StepRun.Start(
                                entry.number,
                                plans.migration(changeSet),
                                plans.stepId(changeSet),
                                step.map(s -> s.header().phase().name().toLowerCase(Locale.ROOT))
                                        .orElse(""),
                                step.map(s -> s.header().lock())
                                        .map(LockMode::sql)
                                        .orElse(""),
                                statements(changeSet, step),
                                estimate));
        return entry;
    }

    private List<String> statements(ChangeSetName changeSet, Optional<Step> step) throws SQLException {
        List<String> statements = new ArrayList<>();
        if (step.isPresent() && step.get() instanceof BackfillStep backfill) {
            statements.addAll(
                    BackfillStatements.only(backfill, connection.getMetaData().getDatabaseMajorVersion()));
        }
        if (step.filter(PlannedBackfills::replacesBlock).isEmpty()) {
            statements.addAll(liquibase.statements(changeSet));
        }
        return statements;
    }

    /** Notes that a step begins to be undone; nothing is known of what that will cost. */
    Entry startUndo(ChangeSetName changeSet) throws SQLException {
        Entry entry = new Entry(++number, changeSet, Optional.empty());
        new StepStore(connection)
                .start(
                        run,
                        new StepRun.Start(
                                entry.number,
                                plans.migration(changeSet),
                                plans.stepId(changeSet),
                                "rollback",
                                "",
                                liquibase.rollbackStatements(changeSet),
                                Optional.empty()));
        return entry;
    }

    static Estimator estimator(Connection connection) throws SQLException {
        return new Estimator(connection, new StepStore(connection).rates());
    }

    static long rowsSeen(Connection connection, String migration, String step) throws SQLException {
        return BackfillState.of(connection, migration).stream()
                .filter(state -> state.step().equals(step))
                .mapToLong(BackfillState::rowsSeen)
                .sum();
    }

    /** A step under way. */
    final class Entry {

        private final int number;
        private final ChangeSetName changeSet;
        private final Optional<StepEstimate> estimate;
        private final long started = System.nanoTime();

        private Entry(int number, ChangeSetName changeSet, Optional<StepEstimate> estimate) {
            this.number = number;
            this.changeSet = changeSet;
            this.estimate = estimate;
        }

        Optional<StepEstimate> estimate() {
            return estimate;
        }

        /** Notes that the step is done, in the transaction of its change set where that has one. */
        void done(Connection ofChangeSet, long rows, LockRetry.Attempt attempt) throws SQLException {
            // A change set of your own may have taken a role that may not write our table.
            if (plans.step(changeSet).isPresent()) {
                new StepStore(ofChangeSet).finish(run, number, end(rows, attempt));
            }
        }

        /** Notes that the step is done, where that has not been noted with it. */
        void doneAfterwards(long rows, LockRetry.Attempt attempt) throws SQLException {
            end(end(rows, attempt));
        }

        private StepRun.End end(long rows, LockRetry.Attempt attempt) {
            return new StepRun.End(RunOutcome.DONE, rows, attempt.number(), attempt.lockWaitMillis(), Optional.empty());
        }

        /** Notes how a step that did nothing, or stopped, ended. */
        void finish(RunOutcome outcome, long rows) throws SQLException {
            end(new StepRun.End(outcome, rows, 1, 0, Optional.empty()));
        }

        /** Notes the failure; where even that is not possible, the failure says so. */
        void failed(MigratableException failure) {
            try {
                end(new StepRun.End(RunOutcome.FAILED, 0, 1, 0, Optional.of(failure.line())));
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }

        private void end(StepRun.End end) throws SQLException {
            new StepStore(connection).finish(run, number, end);
        }

        StepReport report(long rows, LockRetry.Attempt attempt) {
            return report(plans.purpose(changeSet), rows, attempt);
        }

        StepReport report(String purpose, long rows, LockRetry.Attempt attempt) {
            return new StepReport(
                    plans.migration(changeSet),
                    plans.stepId(changeSet),
                    purpose,
                    (System.nanoTime() - started) / 1_000_000,
                    rows,
                    attempt.number(),
                    attempt.lockWaitMillis(),
                    estimate);
        }
    }
}

package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillResult;
import dev.migratable.runtime.backfill.BackfillRunner;
import dev.migratable.runtime.execute.ApplyReport.ClosedGate;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.history.HistoryStore;
import dev.migratable.runtime.history.RunOutcome;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.schema.MigratableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way back: undoes change sets, the latest one first. What an undone contract gives back, the old columns with all
 * that was written since, is written in batches before the change set's own block looks at every row again.
 */
final class RollbackRun {

    /** Tells the watermarks of a way back from those of the way forth. */
    private static final String WAY_BACK = "-rollback";

    private final RunnerContext context;
    private final RunnerLock lock;
    private final LiquibaseRunner liquibase;
    private final LockRetry retry;
    private final PlanIndex plans;
    private final RollbackGate gate;
    private final long run;
    private final HistoryStore history;
    private final List<StepReport> steps = new ArrayList<>();
    private final Set<String> opened = new HashSet<>();
    private final PausePoint pause;

    RollbackRun(
            RunnerContext context,
            RunnerLock lock,
            LiquibaseRunner liquibase,
            LockRetry retry,
            PlanIndex plans,
            RollbackGate gate,
            long run) {
        this.context = context;
        this.lock = lock;
        this.liquibase = liquibase;
        this.retry = retry;
        this.plans = plans;
        this.gate = gate;
        this.run = run;
        this.history = new HistoryStore(lock.connection());
        this.pause = new PausePoint(context);
    }

    ApplyReport undo(List<ChangeSetName> changeSets) throws SQLException {
        for (ChangeSetName changeSet : changeSets) {
            if (context.stop().isRequested()) {
                return new ApplyReport(steps, List.of(), true);
            }
            List<String> reasons = reasons(changeSet);
            if (!reasons.isEmpty()) {
                ClosedGate closed = new ClosedGate(changeSet.migration(), reasons);
                context.listener().gateClosed(closed);
                return new ApplyReport(steps, List.of(closed), false);
            }
            if (!(pause.passed(plans.migration(changeSet)) && step(changeSet))) {
                return new ApplyReport(steps, List.of(), true);
            }
        }
        return new ApplyReport(steps, List.of(), false);
    }

    /** Asks once for each migration, before the first change set that its rollout needed. */
    private List<String> reasons(ChangeSetName changeSet) throws SQLException {
        Optional<MigrationPlan> plan = plans.plan(changeSet.migration());
        if (plan.isEmpty() || plans.isContract(changeSet) || !opened.add(changeSet.migration())) {
            return List.of();
        }
        return gate.reasons(lock.connection(), plan.get());
    }

    /** Undoes one step; returns false where somebody asked to stop in the middle of it. */
    private boolean step(ChangeSetName changeSet) throws SQLException {
        lock.check();
        ForeignLock.refuse(lock.connection());
        String migration = plans.migration(changeSet);
        String id = plans.stepId(changeSet);
        String purpose = "Undo: " + plans.purpose(changeSet);
        int number = steps.size() + 1;
        context.listener().stepStarted(migration, id, purpose);
        history.startStep(run, number, migration, id);
        long started = System.nanoTime();
        try {
            BackfillResult backfill = backfill(changeSet, id);
            if (!backfill.finished()) {
                finish(number, RunOutcome.STOPPED, backfill, 1, Optional.empty());
                return false;
            }
            int attempts = retry.run(migration, id, () -> undo(changeSet)).attempts();
            forget(changeSet, id);
            finish(number, RunOutcome.DONE, backfill, attempts, Optional.empty());
            long millis = (System.nanoTime() - started) / 1_000_000;
            StepReport report = new StepReport(migration, id, purpose, millis, backfill.rowsWritten(), attempts);
            steps.add(report);
            context.listener().stepFinished(report);
            return true;
        } catch (MigratableException e) {
            failed(number, e);
            throw e;
        }
    }

    private ChangeSetName undo(ChangeSetName changeSet) throws SQLException {
        liquibase.rollback(changeSet);
        return changeSet;
    }

    private BackfillResult backfill(ChangeSetName changeSet, String id) {
        Optional<Step> step = plans.step(changeSet);
        if (step.isPresent()
                && step.get() instanceof BackfillStep backfill
                && backfill.header().phase() == Phase.CONTRACT) {
            return new BackfillRunner(
                            context.sessions(),
                            context.options().backfill(),
                            context.stop(),
                            context.steering(),
                            context.listener()::backfill)
                    .run(changeSet.migration(), id + WAY_BACK, backfill.spec());
        }
        return new BackfillResult(true, 0, 0);
    }

    private void forget(ChangeSetName changeSet, String id) throws SQLException {
        if (plans.step(changeSet).filter(BackfillStep.class::isInstance).isPresent()) {
            BackfillRunner.forget(lock.connection(), changeSet.migration(), id);
            BackfillRunner.forget(lock.connection(), changeSet.migration(), id + WAY_BACK);
        }
    }

    private void finish(int number, RunOutcome outcome, BackfillResult backfill, int attempts, Optional<String> detail)
            throws SQLException {
        history.finishStep(run, number, outcome, backfill.rowsWritten(), attempts, detail);
    }

    private void failed(int number, MigratableException failure) {
        try {
            finish(number, RunOutcome.FAILED, new BackfillResult(false, 0, 0), 1, Optional.of(failure.line()));
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}

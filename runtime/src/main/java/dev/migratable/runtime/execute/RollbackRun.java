package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillResult;
import dev.migratable.runtime.backfill.BackfillRunner;
import dev.migratable.runtime.execute.ApplyReport.ClosedGate;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
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
import java.util.OptionalLong;
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
    private final Milestones milestones;
    private final long run;
    private final StepHistory history;
    private final PausePoint pause;
    private final List<StepReport> steps = new ArrayList<>();
    private final Set<String> opened = new HashSet<>();

    RollbackRun(
            RunnerContext context,
            RunnerLock lock,
            LiquibaseRunner liquibase,
            LockRetry retry,
            PlanIndex plans,
            RollbackGate gate,
            Milestones milestones,
            long run) {
        this.context = context;
        this.lock = lock;
        this.liquibase = liquibase;
        this.retry = retry;
        this.plans = plans;
        this.gate = gate;
        this.milestones = milestones;
        this.run = run;
        this.history = new StepHistory(lock.connection(), run, plans, liquibase);
        this.pause = new PausePoint(context);
    }

    ApplyReport undo(List<ChangeSetName> changeSets) throws SQLException {
        milestones.prepare();
        milestones.catchUp();
        for (ChangeSetName changeSet : changeSets) {
            if (context.stop().isRequested()) {
                return new ApplyReport(OptionalLong.of(run), steps, List.of(), true);
            }
            List<String> reasons = reasons(changeSet);
            if (!reasons.isEmpty()) {
                ClosedGate closed = new ClosedGate(changeSet.migration(), reasons);
                context.listener().gateClosed(closed);
                return new ApplyReport(OptionalLong.of(run), steps, List.of(closed), false);
            }
            if (!(pause.passed(plans.migration(changeSet)) && step(changeSet))) {
                return new ApplyReport(OptionalLong.of(run), steps, List.of(), true);
            }
        }
        return new ApplyReport(OptionalLong.of(run), steps, List.of(), false);
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
        milestones.before(changeSet);
        if (!undoStep(changeSet)) {
            return false;
        }
        milestones.after(changeSet);
        return true;
    }

    private boolean undoStep(ChangeSetName changeSet) throws SQLException {
        String migration = plans.migration(changeSet);
        String id = plans.stepId(changeSet);
        String purpose = "Undo: " + plans.purpose(changeSet);
        context.listener().stepStarted(migration, id, purpose);
        StepHistory.Entry entry = history.startUndo(changeSet);
        try {
            BackfillResult backfill = backfill(changeSet, id);
            if (!backfill.finished()) {
                entry.finish(RunOutcome.STOPPED, backfill.rowsWritten());
                return false;
            }
            LockRetry.Attempt attempt =
                    retry.run(migration, id, tried -> undo(changeSet)).attempt();
            forget(changeSet, id);
            entry.doneAfterwards(backfill.rowsWritten(), attempt);
            StepReport report = entry.report(purpose, backfill.rowsWritten(), attempt);
            steps.add(report);
            context.listener().stepFinished(report);
            return true;
        } catch (MigratableException e) {
            entry.failed(e);
            context.listener().stepFailed(migration, id, e);
            throw e;
        }
    }

    private ChangeSetName undo(ChangeSetName changeSet) throws SQLException {
        liquibase.rollback(changeSet, connection -> milestones.due(connection, changeSet));
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
                            context.backfillListener(changeSet.migration()))
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
}

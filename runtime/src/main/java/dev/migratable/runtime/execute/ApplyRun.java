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
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.schema.MigratableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One application of a changelog: runs its pending change sets in order, backfills before theirs, contracts last. */
final class ApplyRun {

    private final RunnerContext context;
    private final RunnerLock lock;
    private final LiquibaseRunner liquibase;
    private final LockRetry retry;
    private final PlanIndex plans;
    private final ContractGate gate;
    private final Set<PhaseGroup> phases;
    private final long run;
    private final HistoryStore history;
    private final PausePoint pause;
    private final List<StepReport> steps = new ArrayList<>();
    private final List<ClosedGate> closedGates = new ArrayList<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> closed = new HashSet<>();

    ApplyRun(
            RunnerContext context,
            RunnerLock lock,
            LiquibaseRunner liquibase,
            LockRetry retry,
            PlanIndex plans,
            ContractGate gate,
            Set<PhaseGroup> phases,
            long run) {
        this.context = context;
        this.lock = lock;
        this.liquibase = liquibase;
        this.retry = retry;
        this.plans = plans;
        this.gate = gate;
        this.phases = phases;
        this.run = run;
        this.history = new HistoryStore(lock.connection());
        this.pause = new PausePoint(context);
    }

    ApplyReport apply() throws SQLException {
        for (ChangeSetName changeSet : liquibase.pending()) {
            if (context.stop().isRequested()) {
                return report(true);
            }
            if (isWanted(changeSet) && !(pause.passed(plans.migration(changeSet)) && step(changeSet))) {
                return report(true);
            }
        }
        return report(false);
    }

    private ApplyReport report(boolean stopped) {
        return new ApplyReport(steps, closedGates, stopped);
    }

    private boolean isWanted(ChangeSetName changeSet) throws SQLException {
        if (!plans.isContract(changeSet)) {
            return phases.contains(PhaseGroup.EXPAND);
        }
        String migration = changeSet.migration();
        if (!phases.contains(PhaseGroup.CONTRACT) || closed.contains(migration)) {
            return false;
        }
        if (opened.contains(migration)) {
            return true;
        }
        List<String> reasons = gate.open(lock.connection(), migration);
        if (!reasons.isEmpty()) {
            close(migration, reasons);
            return false;
        }
        return opened.add(migration);
    }

    /** Runs one step; returns false where somebody asked to stop in the middle of it. */
    private boolean step(ChangeSetName changeSet) throws SQLException {
        lock.check();
        ForeignLock.refuse(lock.connection());
        String migration = plans.migration(changeSet);
        String id = plans.stepId(changeSet);
        int number = steps.size() + 1;
        context.listener().stepStarted(migration, id, plans.purpose(changeSet));
        history.startStep(run, number, migration, id);
        long started = System.nanoTime();
        try {
            BackfillResult backfill = backfill(changeSet);
            if (!backfill.finished()) {
                finish(number, RunOutcome.STOPPED, backfill, 1, Optional.empty());
                return false;
            }
            LockRetry.Result<LiquibaseRunner.Outcome> result = retry.run(migration, id, () -> liquibase.run(changeSet));
            boolean skipped = result.value() == LiquibaseRunner.Outcome.SKIPPED;
            finish(
                    number,
                    skipped ? RunOutcome.GATE_CLOSED : RunOutcome.DONE,
                    backfill,
                    result.attempts(),
                    Optional.empty());
            if (skipped) {
                skipped(changeSet);
            } else {
                done(changeSet, started, backfill, result.attempts());
            }
            return true;
        } catch (MigratableException e) {
            failed(number, e);
            throw e;
        }
    }

    private void done(ChangeSetName changeSet, long started, BackfillResult backfill, int attempts) {
        StepReport report = new StepReport(
                plans.migration(changeSet),
                plans.stepId(changeSet),
                plans.purpose(changeSet),
                (System.nanoTime() - started) / 1_000_000,
                backfill.rowsWritten(),
                attempts);
        steps.add(report);
        context.listener().stepFinished(report);
    }

    /** A precondition did not hold: for a contract, somebody came back after the gate was found open. */
    private void skipped(ChangeSetName changeSet) throws SQLException {
        if (plans.isContract(changeSet)) {
            List<String> reasons = gate.reasons(lock.connection(), changeSet.migration());
            close(
                    changeSet.migration(),
                    reasons.isEmpty()
                            ? List.of("the precondition of " + changeSet + " did not hold for a moment")
                            : reasons);
        }
    }

    private void close(String migration, List<String> reasons) {
        closed.add(migration);
        ClosedGate closedGate = new ClosedGate(migration, reasons);
        closedGates.add(closedGate);
        context.listener().gateClosed(closedGate);
    }

    private BackfillResult backfill(ChangeSetName changeSet) {
        Optional<Step> step = plans.step(changeSet);
        if (step.isPresent() && step.get() instanceof BackfillStep backfill) {
            return new BackfillRunner(
                            context.sessions(),
                            context.options().backfill(),
                            context.stop(),
                            context.steering(),
                            context.listener()::backfill)
                    .run(changeSet.migration(), backfill.header().id(), backfill.spec());
        }
        return new BackfillResult(true, 0, 0);
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

package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillResult;
import dev.migratable.runtime.execute.ApplyReport.ClosedGate;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.history.RunOutcome;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.schema.MigratableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** One application of a changelog: runs its pending change sets in order, backfills before theirs, contracts last. */
final class ApplyRun {

    private final RunnerContext context;
    private final RunnerLock lock;
    private final LiquibaseRunner liquibase;
    private final LockRetry retry;
    private final PlanIndex plans;
    private final ContractGate gate;
    private final Milestones milestones;
    private final Set<PhaseGroup> phases;
    private final long run;
    private final StepHistory history;
    private final PausePoint pause;
    private final PlannedBackfills backfills;
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
            Milestones milestones,
            Set<PhaseGroup> phases,
            long run) {
        this.context = context;
        this.lock = lock;
        this.liquibase = liquibase;
        this.retry = retry;
        this.plans = plans;
        this.gate = gate;
        this.milestones = milestones;
        this.phases = phases;
        this.run = run;
        this.history = new StepHistory(lock.connection(), run, plans, liquibase);
        this.pause = new PausePoint(context);
        this.backfills = new PlannedBackfills(context, plans, lock);
    }

    ApplyReport apply() throws SQLException {
        milestones.prepare();
        milestones.catchUp();
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
        return new ApplyReport(OptionalLong.of(run), steps, closedGates, stopped);
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
        for (String mention : gate.oldNames(lock.connection(), migration)) {
            context.listener().warning(migration, mention);
        }
        return opened.add(migration);
    }

    /** Runs one step; returns false where somebody asked to stop in the middle of it. */
    private boolean step(ChangeSetName changeSet) throws SQLException {
        lock.check();
        ForeignLock.refuse(lock.connection());
        milestones.before(changeSet);
        Optional<Boolean> ran = run(changeSet, connection -> milestones.due(connection, changeSet));
        if (ran.orElse(false)) {
            milestones.after(changeSet);
        }
        return ran.isPresent();
    }

    /** Returns whether the change set ran or was skipped; empty where somebody asked to stop in the middle of it. */
    private Optional<Boolean> run(ChangeSetName changeSet, LiquibaseRunner.BeforeCommit with) throws SQLException {
        String migration = plans.migration(changeSet);
        String id = plans.stepId(changeSet);
        context.listener().stepStarted(migration, id, plans.purpose(changeSet));
        StepHistory.Entry entry = history.start(changeSet);
        entry.estimate().ifPresent(estimate -> context.listener().stepEstimated(migration, id, estimate));
        try {
            BackfillResult backfill = backfills.run(changeSet);
            if (!backfill.finished()) {
                entry.finish(RunOutcome.STOPPED, backfill.rowsWritten());
                return Optional.empty();
            }
            LockRetry.Result<LiquibaseRunner.Outcome> result = backfills.repairing(
                    changeSet,
                    () -> retry.run(
                            migration,
                            id,
                            attempt -> backfills.execute(liquibase, changeSet, connection -> {
                                entry.done(connection, backfill.rowsWritten(), attempt);
                                with.run(connection);
                            })));
            if (result.value() == LiquibaseRunner.Outcome.SKIPPED) {
                entry.finish(RunOutcome.GATE_CLOSED, backfill.rowsWritten());
                skipped(changeSet);
                return Optional.of(false);
            }
            entry.doneAfterwards(backfill.rowsWritten(), result.attempt());
            done(entry.report(backfill.rowsWritten(), result.attempt()));
            return Optional.of(true);
        } catch (MigratableException e) {
            entry.failed(e);
            context.listener().stepFailed(migration, id, e);
            throw e;
        }
    }

    private void done(StepReport report) throws SQLException {
        gate.soak(lock.connection(), report.migration());
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
}

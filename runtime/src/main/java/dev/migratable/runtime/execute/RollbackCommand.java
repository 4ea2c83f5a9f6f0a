package dev.migratable.runtime.execute;

import dev.migratable.runtime.control.ControlWatch;
import dev.migratable.runtime.history.HistoryStore;
import dev.migratable.runtime.history.RunOutcome;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.runtime.session.RunnerSession;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Surrounds one way back: lock, sessions, checks, history. */
final class RollbackCommand {

    private final RunnerContext context;
    private final Path directory;
    private final List<MigrationPlan> plans;

    RollbackCommand(RunnerContext context, Path directory, List<MigrationPlan> plans) {
        this.context = context;
        this.directory = directory;
        this.plans = plans;
    }

    ApplyReport run(RollbackRequest request) {
        try (RunnerLock lock = RunnerLock.acquire(
                        context.sessions(),
                        context.options().waitForRunner(),
                        context.stop(),
                        context.listener()::waitingForRunner);
                RunnerSession session = context.sessions().open();
                BlockerWatch watch = new BlockerWatch(context.sessions().open(), session.pid())) {
            ForeignLock.refuse(lock.connection());
            LiquibaseRunner liquibase = LiquibaseRunner.open(directory, session.connection());
            RollbackScope scope = RollbackScope.of(request, plans, liquibase, lock.connection());
            if (scope.changeSets().isEmpty()) {
                return new ApplyReport(List.of(), List.of(), false);
            }
            try (ControlWatch steering = ControlWatch.open(context.sessions(), context.stop())) {
                RunnerContext steered = context.steeredBy(steering);
                LockRetry retry = new LockRetry(
                        session, watch, context.options().lockBackoff(), steered.stop(), context.listener());
                PlanIndex index = new PlanIndex(plans);
                RollbackGate gate = new RollbackGate(plans, request);
                return inHistory(
                        lock,
                        request,
                        run -> new RollbackRun(steered, lock, liquibase, retry, index, gate, run)
                                .undo(scope.changeSets()));
            }
        } catch (SQLException e) {
            throw DatabaseErrors.describe("rollback " + directory, e);
        }
    }

    List<String> dryRun(RollbackRequest request) {
        try (RunnerSession session = context.sessions().open()) {
            LiquibaseRunner liquibase = LiquibaseRunner.openToRead(directory, session.connection());
            List<String> statements = new ArrayList<>();
            for (ChangeSetName changeSet : RollbackScope.of(request, plans, liquibase, session.connection())
                    .changeSets()) {
                statements.addAll(liquibase.rollbackStatements(changeSet));
            }
            return statements;
        } catch (SQLException e) {
            throw DatabaseErrors.describe("dry run", e);
        }
    }

    private interface Work {
        ApplyReport run(long run) throws SQLException;
    }

    private static ApplyReport inHistory(RunnerLock lock, RollbackRequest request, Work work) throws SQLException {
        HistoryStore history = new HistoryStore(lock.connection());
        history.create();
        long run = history.startRun(request.command(), version());
        try {
            ApplyReport report = work.run(run);
            history.finishRun(run, outcome(report), Optional.empty());
            return report;
        } catch (SQLException | RuntimeException e) {
            try {
                history.finishRun(run, RunOutcome.FAILED, Optional.ofNullable(e.getMessage()));
            } catch (SQLException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    private static RunOutcome outcome(ApplyReport report) {
        if (report.stopped()) {
            return RunOutcome.STOPPED;
        }
        return report.closedGates().isEmpty() ? RunOutcome.DONE : RunOutcome.GATE_CLOSED;
    }

    private static String version() {
        return Optional.ofNullable(RollbackCommand.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }
}

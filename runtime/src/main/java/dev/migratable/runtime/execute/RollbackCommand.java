package dev.migratable.runtime.execute;

import dev.migratable.runtime.control.ControlWatch;
import dev.migratable.runtime.hook.HookPoint.Direction;
import dev.migratable.runtime.hook.HookRunner;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.preflight.PendingStep;
import dev.migratable.runtime.preflight.Preflight;
import dev.migratable.runtime.preflight.PreflightReport;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.runtime.session.RunnerSession;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Surrounds one way back: lock, sessions, checks, history. */
final class RollbackCommand {

    private final RunnerContext context;
    private final Path directory;
    private final List<MigrationPlan> plans;
    private final HookRunner hooks;

    RollbackCommand(RunnerContext context, Path directory, List<MigrationPlan> plans) {
        this.context = context;
        this.directory = directory;
        this.plans = plans;
        this.hooks = context.hookRunner(directory, plans);
    }

    ApplyReport run(RollbackRequest request) {
        try (RunnerLock lock = RunnerLock.acquire(
                        context.sessions(),
                        context.options().waitForRunner(),
                        context.stop(),
                        context.listener()::waitingForRunner);
                RunnerSession session = context.sessions().open();
                BlockerWatch blockers = new BlockerWatch(context.sessions().open(), session.pid())) {
            ForeignLock.refuse(lock.connection());
            LiquibaseRunner liquibase = LiquibaseRunner.open(directory, session.connection());
            RollbackScope scope = RollbackScope.of(request, plans, liquibase, lock.connection());
            PlanIndex index = new PlanIndex(plans);
            Milestones milestones =
                    new Milestones(lock.connection(), hooks, context.listener(), index, Direction.ROLLBACK);
            if (scope.changeSets().isEmpty()) {
                milestones.catchUp();
                return new ApplyReport(OptionalLong.empty(), List.of(), List.of(), false);
            }
            preflight(lock, index.undoneSteps(scope.changeSets()));
            try (ControlWatch watch = ControlWatch.open(context.sessions(), context.stop())) {
                RunnerContext steered = context.steeredBy(watch);
                LockRetry retry = new LockRetry(
                        session, blockers, context.options().lockBackoff(), steered.stop(), context.listener());
                RollbackGate gate = new RollbackGate(plans, request);
                return RunHistory.keep(
                        lock,
                        request.command(),
                        context.operator(),
                        ApplyReport::outcome,
                        run -> new RollbackRun(steered, lock, liquibase, retry, index, gate, milestones, run)
                                .undo(scope.changeSets()));
            }
        } catch (SQLException e) {
            throw DatabaseErrors.describe("rollback " + directory, e);
        }
    }

    /** Looks for what is in the way, before anything is undone. */
    private void preflight(RunnerLock lock, List<PendingStep> steps) throws SQLException {
        PreflightReport report = Preflight.beforeRollback(lock.connection(), context.acceptedFindings())
                .look(steps);
        context.listener().preflight(report);
        report.throwErrors();
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
}

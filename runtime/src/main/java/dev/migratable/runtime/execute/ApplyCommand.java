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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Surrounds one application of a changelog: lock, sessions, checks, history. */
final class ApplyCommand {

    private final RunnerContext context;
    private final Path directory;
    private final PlanIndex plans;
    private final HookRunner hooks;

    ApplyCommand(RunnerContext context, Path directory, List<MigrationPlan> plans) {
        this.context = context;
        this.directory = directory;
        this.plans = new PlanIndex(plans);
        this.hooks = context.hookRunner(directory, plans);
    }

    ApplyReport run(Set<PhaseGroup> phases, Optional<String> approvedBy, Set<String> ignoredClients) {
        try (RunnerLock lock = RunnerLock.acquire(
                        context.sessions(),
                        context.options().waitForRunner(),
                        context.stop(),
                        context.listener()::waitingForRunner);
                RunnerSession session = context.sessions().open();
                BlockerWatch blockers = new BlockerWatch(context.sessions().open(), session.pid())) {
            ForeignLock.refuse(lock.connection());
            Milestones milestones =
                    new Milestones(lock.connection(), hooks, context.listener(), plans, Direction.APPLY);
            LiquibaseRunner liquibase = LiquibaseRunner.openToRead(directory, session.connection());
            List<ChangeSetName> pending = liquibase.pending();
            if (pending.isEmpty()) {
                milestones.catchUp();
                return new ApplyReport(OptionalLong.empty(), List.of(), List.of(), false);
            }
            preflight(lock, plans.pendingSteps(pending, phases));
            liquibase.prepareToRun();
            try (ControlWatch watch = ControlWatch.open(context.sessions(), context.stop())) {
                RunnerContext steered = context.steeredBy(watch);
                LockRetry retry = new LockRetry(
                        session, blockers, context.options().lockBackoff(), steered.stop(), context.listener());
                ContractGate gate = new ContractGate(plans, approvedBy, ignoredClients, context.soak());
                return RunHistory.keep(
                        lock,
                        command(phases),
                        context.operator(),
                        ApplyReport::outcome,
                        run -> new ApplyRun(steered, lock, liquibase, retry, plans, gate, milestones, phases, run)
                                .apply());
            }
        } catch (SQLException e) {
            throw DatabaseErrors.describe("apply " + directory, e);
        }
    }

    /** Looks for everything that is in the way, before anything is written. */
    private void preflight(RunnerLock lock, List<PendingStep> steps) throws SQLException {
        PreflightReport report = Preflight.beforeApply(lock.connection(), context.acceptedFindings())
                .look(steps);
        context.listener().preflight(report);
        report.throwErrors();
    }

    private static String command(Set<PhaseGroup> phases) {
        return phases.stream()
                .sorted()
                .map(phase -> phase.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(",", "apply ", ""));
    }
}

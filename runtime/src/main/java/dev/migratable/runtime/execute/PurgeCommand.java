package dev.migratable.runtime.execute;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.history.PurgeStore;
import dev.migratable.runtime.history.RunOutcome;
import dev.migratable.runtime.history.StepRun;
import dev.migratable.runtime.history.StepStore;
import dev.migratable.runtime.hook.HookRunner;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.sql.PurgeSql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops what is parked, each thing in a transaction of its own together with the note that it was purged. */
final class PurgeCommand {

    private final RunnerContext context;
    private final Path directory;
    private final List<MigrationPlan> plans;

    PurgeCommand(RunnerContext context, Path directory, List<MigrationPlan> plans) {
        this.context = context;
        this.directory = directory;
        this.plans = plans;
    }

    PurgeReport preview(PurgeRequest request) {
        try (RunnerSession session = context.sessions().open();
                RunnerSession other = context.sessions().open()) {
            LiquibaseRunner liquibase = LiquibaseRunner.openToRead(directory, session.connection());
            // What the request says of clients is for this look only; closing the session takes it back.
            other.connection().setAutoCommit(false);
            return PurgeInspector.inspect(other.connection(), request, plans, liquibase.ran());
        } catch (SQLException e) {
            throw DatabaseErrors.describe("purge " + directory, e);
        }
    }

    PurgeReport run(PurgeRequest request) {
        try (RunnerLock lock = RunnerLock.acquire(
                        context.sessions(),
                        context.options().waitForRunner(),
                        context.stop(),
                        context.listener()::waitingForRunner);
                RunnerSession session = context.sessions().open();
                BlockerWatch watch = new BlockerWatch(context.sessions().open(), session.pid())) {
            ForeignLock.refuse(lock.connection());
            LiquibaseRunner liquibase = LiquibaseRunner.open(directory, session.connection());
            HookRunner hooks = context.hookRunner(directory, plans);
            hooks.afterPurge(
                    lock.connection(), plans.stream().map(MigrationPlan::id).toList());
            PurgeReport found = PurgeInspector.inspect(lock.connection(), request, plans, liquibase.ran());
            session.connection().setAutoCommit(false);
            if (found.purged().isEmpty()) {
                return found;
            }
            LockRetry retry =
                    new LockRetry(session, watch, context.options().lockBackoff(), context.stop(), context.listener());
            List<Parked> due = found.purged();
            hooks.prepare(lock.connection());
            PurgeMilestones milestones = new PurgeMilestones(lock.connection(), hooks, context.listener(), due);
            List<Parked> purged = RunHistory.keep(
                    lock,
                    "purge",
                    context.operator(),
                    done -> done.size() < due.size() ? RunOutcome.STOPPED : RunOutcome.DONE,
                    run -> purge(lock, session, retry, milestones, due, run));
            return new PurgeReport(purged, found.kept(), found.retained());
        } catch (SQLException e) {
            throw DatabaseErrors.describe("purge " + directory, e);
        }
    }

    private List<Parked> purge(
            RunnerLock lock,
            RunnerSession session,
            LockRetry retry,
            PurgeMilestones milestones,
            List<Parked> due,
            long run)
            throws SQLException {
        List<Parked> purged = new ArrayList<>();
        while (purged.size() < due.size() && !context.stop().isRequested()) {
            lock.check();
            Parked parked = due.get(purged.size());
            String step = PurgeMilestones.step(parked);
            int number = purged.size() + 1;
            milestones.before(parked);
            context.listener().stepStarted(parked.migration(), step, "Drop it for good");
            new StepStore(lock.connection())
                    .start(
                            run,
                            new StepRun.Start(
                                    number,
                                    parked.migration(),
                                    step,
                                    "purge",
                                    LockMode.ACCESS_EXCLUSIVE.sql(),
                                    List.of(sql(parked)),
                                    Optional.empty()));
            retry.run(
                    parked.migration(),
                    step,
                    attempt -> drop(session.connection(), milestones, parked, run, number, attempt));
            purged.add(parked);
            milestones.after(parked);
        }
        return purged;
    }

    private static Parked drop(
            Connection connection,
            PurgeMilestones milestones,
            Parked parked,
            long run,
            int number,
            LockRetry.Attempt attempt)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(PurgeSql.WAIT_SHORTLY);
            PurgeStore store = new PurgeStore(connection);
            store.create();
            statement.execute(sql(parked));
            store.add(parked.migration(), parked.name(), parked.goesWith());
            milestones.due(connection, parked);
        }
        new StepStore(connection)
                .finish(
                        run,
                        number,
                        new StepRun.End(
                                RunOutcome.DONE, 0, attempt.number(), attempt.lockWaitMillis(), Optional.empty()));
        connection.commit();
        return parked;
    }

    private static String sql(Parked parked) {
        return switch (parked.kind()) {
            case COLUMN ->
                PurgeSql.dropColumn(parked.relation(), parked.column().orElseThrow());
            case TABLE -> PurgeSql.dropTable(parked.relation());
            case SEQUENCE -> PurgeSql.dropSequence(parked.relation());
            case TYPE -> PurgeSql.dropType(parked.relation());
        };
    }
}

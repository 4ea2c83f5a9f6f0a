package dev.migratable.runtime.execute;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Risk;
import dev.migratable.runtime.execute.ModelCheck.Difference;
import dev.migratable.runtime.expansion.PlanRequest;
import dev.migratable.runtime.expansion.PlanResult;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.runtime.expansion.Planner;
import dev.migratable.runtime.history.EnvironmentStore;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Applies what is safe when an application starts on a developer's database. Leaves nothing in DATABASECHANGELOG. */
final class DevelopmentRunner {

    /** A plan needs an id; this one is never written anywhere. */
    private static final String PLAN_ID = "0000_development";

    private final RunnerContext context;

    DevelopmentRunner(RunnerContext context) {
        this.context = context;
    }

    StartReport start(Model model, List<MigrationPlan> plans) {
        try (RunnerLock lock = RunnerLock.acquire(
                        context.sessions(),
                        context.options().waitForRunner(),
                        context.stop(),
                        context.listener()::waitingForRunner);
                RunnerSession session = context.sessions().open()) {
            refuseProduction(session.connection());
            session.set("lock_timeout", context.options().lockTimeout().toMillis() + "ms");
            ModelComparison comparison = ModelComparison.compare(session.connection(), model, plans);
            List<String> applied = new ArrayList<>();
            List<Difference> refused = new ArrayList<>(comparison.unverified());
            for (ClassifiedChange change : comparison.changes()) {
                lock.check();
                apply(session.connection(), comparison, change, applied, refused);
            }
            return new StartReport(applied, refused, comparison.pending(), comparison.leftovers());
        } catch (SQLException e) {
            throw DatabaseErrors.describe("development mode", e);
        }
    }

    private static void refuseProduction(Connection connection) throws SQLException {
        if (new EnvironmentStore(connection).isProduction()) {
            throw new MigratableException(
                    "DEV01",
                    "database: it is marked as production, and development mode never changes such a database. Start in"
                            + " production mode, and apply generated migrations.");
        }
    }

    private static void apply(
            Connection connection,
            ModelComparison comparison,
            ClassifiedChange change,
            List<String> applied,
            List<Difference> refused)
            throws SQLException {
        if (change.risk() != Risk.SAFE) {
            refused.add(ModelComparison.difference(change));
            return;
        }
        PlanResult result = Planner.plan(new PlanRequest(
                PLAN_ID, comparison.catalog().schema(), comparison.model(), List.of(change), List.of()));
        if (result.plan().isEmpty()) {
            result.refusals().forEach(refusal -> refused.add(refusal(change, refusal)));
            return;
        }
        List<Step> steps = result.plan().get().steps();
        try {
            for (Step step : steps) {
                DirectStep.execute(connection, step);
            }
            applied.add(change.change().description());
        } catch (SQLException e) {
            refused.add(failed(change, e));
        }
    }

    private static Difference refusal(ClassifiedChange change, Refusal refusal) {
        return new Difference(refusal.change(), change.risk(), refusal.reason(), refusal.wayOut());
    }

    /** A change that the server refuses is undone as a whole; others may still be possible without it. */
    private static Difference failed(ClassifiedChange change, SQLException e) throws SQLException {
        if (DatabaseErrors.isConnectionLost(e)) {
            throw e;
        }
        return new Difference(
                change.change().description(),
                change.risk(),
                DatabaseErrors.firstLine(e),
                "Remove what is in its way, or do first what it depends on, and start again");
    }
}

package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillResult;
import dev.migratable.runtime.backfill.BackfillRunner;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.plan.VerifyStep;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.schema.MigratableException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs the backfills of plans in batches, in place of their change sets' own blocks, and runs one again where the
 * verification behind it finds rows that are not as they must be.
 */
final class PlannedBackfills {

    /** How often a verification is tried: rows that come out of step again and again are not ours to put right. */
    private static final int MOST_VERIFICATIONS = 3;

    private static final String CHECK_VIOLATION = "23514";

    private final RunnerContext context;
    private final PlanIndex plans;
    private final RunnerLock lock;

    PlannedBackfills(RunnerContext context, PlanIndex plans, RunnerLock lock) {
        this.context = context;
        this.plans = plans;
        this.lock = lock;
    }

    /**
     * Returns whether our batches are all that is done of a step. Behind the gate its block runs, too: there is no
     * verification behind it, and Liquibase asks for the gate's state before it.
     */
    static boolean replacesBlock(Step step) {
        return step instanceof BackfillStep && step.header().phase() != Phase.CONTRACT;
    }

    /** Runs the backfill of a change set; where it has none, there is nothing to do. */
    BackfillResult run(ChangeSetName changeSet) {
        Optional<Step> step = plans.step(changeSet);
        if (step.isEmpty() || !(step.get() instanceof BackfillStep backfill)) {
            return new BackfillResult(true, 0, 0);
        }
        String migration = changeSet.migration();
        String id = backfill.header().id();
        boolean lookedAtLater =
                !replacesBlock(backfill) || BackfillSql.isVerified(backfill.spec(), verifications(plan(changeSet)));
        return lookedAtLater
                ? runner(migration).run(migration, id, backfill.spec())
                : runner(migration).runUntilClean(migration, id, backfill.spec());
    }

    /** Runs a change set, or notes it as run where its backfill did all that it is for. */
    LiquibaseRunner.Outcome execute(
            LiquibaseRunner liquibase, ChangeSetName changeSet, LiquibaseRunner.BeforeCommit beforeCommit)
            throws SQLException {
        if (plans.step(changeSet).filter(PlannedBackfills::replacesBlock).isEmpty()) {
            return liquibase.run(changeSet, beforeCommit);
        }
        liquibase.noteRan(changeSet, beforeCommit);
        return LiquibaseRunner.Outcome.EXECUTED;
    }

    /**
     * Runs a change set; where it is a verification that fails by rows which a backfill before it writes, that one runs
     * again, and then the verification, which looks at every row.
     */
    <T> T repairing(ChangeSetName changeSet, Supplier<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (MigratableException failure) {
                boolean violated = DatabaseErrors.sqlCause(failure)
                        .filter(e -> CHECK_VIOLATION.equals(e.getSQLState()))
                        .isPresent();
                if (!violated || attempt == MOST_VERIFICATIONS || !repair(changeSet, failure)) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Writes again what a verification found, and returns whether it may succeed now. It may where nothing is found any
     * more, too: a client has written or deleted such a row between the count and the look for its key.
     */
    private boolean repair(ChangeSetName changeSet, MigratableException failure) throws SQLException {
        Optional<Step> step = plans.step(changeSet);
        if (step.isEmpty() || !(step.get() instanceof VerifyStep verify)) {
            return false;
        }
        List<BackfillStep> backfills = backfillsBefore(plan(changeSet), verify);
        boolean left = false;
        boolean repaired = false;
        for (BackfillStep backfill : backfills) {
            List<String> keys = BackfillRunner.leftKeys(lock.connection(), backfill.spec());
            if (!keys.isEmpty()) {
                left = true;
                warn(changeSet, failure, "they are written again: " + String.join(", ", keys));
                repaired |= again(changeSet.migration(), backfill);
            }
        }
        if (left || backfills.isEmpty()) {
            return repaired;
        }
        warn(changeSet, failure, "no such row is found any more, so they are counted again");
        return true;
    }

    private void warn(ChangeSetName changeSet, MigratableException failure, String remedy) {
        String first =
                DatabaseErrors.sqlCause(failure).map(DatabaseErrors::firstLine).orElse("");
        context.listener().warning(changeSet.migration(), first + "; " + remedy);
    }

    private boolean again(String migration, BackfillStep backfill) throws SQLException {
        BackfillRunner.forget(lock.connection(), migration, backfill.header().id());
        return runner(migration)
                .run(migration, backfill.header().id(), backfill.spec())
                .finished();
    }

    private static List<BackfillStep> backfillsBefore(MigrationPlan plan, VerifyStep verify) {
        return plan.steps().stream()
                .takeWhile(step -> !step.equals(verify))
                .filter(BackfillStep.class::isInstance)
                .map(BackfillStep.class::cast)
                .filter(backfill -> verify.verifications().stream()
                        .anyMatch(v -> v.table().equals(backfill.spec().table())))
                .toList();
    }

    private static List<Verification> verifications(MigrationPlan plan) {
        return plan.steps().stream()
                .filter(VerifyStep.class::isInstance)
                .flatMap(step -> ((VerifyStep) step).verifications().stream())
                .toList();
    }

    private MigrationPlan plan(ChangeSetName changeSet) {
        return plans.plan(changeSet.migration()).orElseThrow();
    }

    private BackfillRunner runner(String migration) {
        return new BackfillRunner(
                context.sessions(),
                context.options().backfill(),
                context.stop(),
                context.steering(),
                context.backfillListener(migration));
    }
}

package dev.migratable.runtime.estimate;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.VerifyStep;
import dev.migratable.runtime.sql.StatementReader;

/**
 * The kinds of work whose time grows with a table, and the rest. The rates are those of a small machine (two cores, local
 * disk, rows of about 150 bytes) and are used only until the database has rates of its own.
 */
public enum Work {
    /** Looks and changes the catalog; the table's size does not matter. */
    INSTANT("instant", 0),
    /** Writes rows in batches. */
    BACKFILL("backfill", 80_000),
    /** Builds an index. */
    INDEX("index build", 500_000),
    /** Reads every row: validates a constraint. */
    VALIDATE("validation", 1_000_000),
    /** Reads every row: counts those that are not as they must be. */
    VERIFY("verification", 1_000_000);

    private final String word;
    private final double guessedRate;

    Work(String word, double guessedRate) {
        this.word = word;
        this.guessedRate = guessedRate;
    }

    /** Returns the word that is kept in the history. */
    public String word() {
        return word;
    }

    /** Returns the rows a second where nothing is known; 0 where rows do not matter. */
    public double guessedRate() {
        return guessedRate;
    }

    /** Returns what a step's time is spent on. */
    public static Work of(Step step) {
        return step.accept(new KindVisitor());
    }

    private static final class KindVisitor implements Step.Visitor<Work> {
        @Override
        public Work visit(DdlStep step) {
            return step.header().scans() ? VALIDATE : INSTANT;
        }

        @Override
        public Work visit(ConcurrentIndexStep step) {
            return new StatementReader(step.statements()).createdIndexes().isEmpty() ? INSTANT : INDEX;
        }

        @Override
        public Work visit(BackfillStep step) {
            return BACKFILL;
        }

        @Override
        public Work visit(VerifyStep step) {
            return VERIFY;
        }

        @Override
        public Work visit(GateStep step) {
            return step.verifications().isEmpty() ? INSTANT : VERIFY;
        }
    }
}

package dev.migratable.runtime.hook;

import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A point of a migration, of its way back, or of the purge of what it parked, at which hooks are called.
 *
 * @param direction whether it is applied, undone or purged
 * @param when before or after
 * @param scope what
 * @param migration the migration's id
 * @param phase the phase of the step that is next, or was last; of a purge, that which parked: contract
 * @param step that step's id; of a purge {@code purge} and the name of what is dropped, and of its end nothing
 */
public record HookPoint(Direction direction, When when, Scope scope, String migration, Phase phase, String step) {

    /** Which way the migration goes. */
    public enum Direction {
        /** Its steps run. */
        APPLY,
        /** Its steps are undone, the last one first. */
        ROLLBACK,
        /** What it parked is dropped for good, one thing after the other. */
        PURGE
    }

    /** Which side. */
    public enum When {
        /** Before it begins. */
        BEFORE,
        /** When it is done. */
        AFTER
    }

    /** What begins or ends. */
    public enum Scope {
        /**
         * A migration: its very first step, and its very last one, which may be of another run. On the way back, what a
         * run undoes of it first, and its very first step.
         */
        MIGRATION,
        /** A phase: the first and the last step of it; on the way back as with a migration. */
        PHASE,
        /** A step. */
        STEP
    }

    /** Rejects nulls. */
    public HookPoint {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(step, "step");
    }

    /** Returns the points before a step, the widest first. */
    public static List<HookPoint> before(MigrationPlan plan, Step step) {
        List<Step> ofPhase = ofPhase(plan, step);
        return points(
                Direction.APPLY,
                When.BEFORE,
                plan,
                step,
                plan.steps().get(0).equals(step),
                ofPhase.get(0).equals(step));
    }

    /** Returns the points after a step, the widest last. */
    public static List<HookPoint> after(MigrationPlan plan, Step step) {
        List<Step> ofPhase = ofPhase(plan, step);
        return points(
                Direction.APPLY,
                When.AFTER,
                plan,
                step,
                last(plan.steps()).equals(step),
                last(ofPhase).equals(step));
    }

    /**
     * Returns the points before a step is undone, the widest first.
     *
     * @param begun the phases of the migration of which this run has undone something already
     */
    public static List<HookPoint> beforeUndo(MigrationPlan plan, Step step, Set<Phase> begun) {
        return points(
                Direction.ROLLBACK,
                When.BEFORE,
                plan,
                step,
                begun.isEmpty(),
                !begun.contains(step.header().phase()));
    }

    /** Returns the points after a step was undone, the widest last. */
    public static List<HookPoint> afterUndo(MigrationPlan plan, Step step) {
        return points(
                Direction.ROLLBACK,
                When.AFTER,
                plan,
                step,
                plan.steps().get(0).equals(step),
                ofPhase(plan, step).get(0).equals(step));
    }

    private static List<HookPoint> points(
            Direction direction, When when, MigrationPlan plan, Step step, boolean ofMigration, boolean ofPhase) {
        List<HookPoint> points = new ArrayList<>();
        if (ofMigration) {
            points.add(of(direction, when, Scope.MIGRATION, plan, step));
        }
        if (ofPhase) {
            points.add(of(direction, when, Scope.PHASE, plan, step));
        }
        points.add(of(direction, when, Scope.STEP, plan, step));
        if (when == When.AFTER) {
            Collections.reverse(points);
        }
        return points;
    }

    private static List<Step> ofPhase(MigrationPlan plan, Step step) {
        return plan.steps().stream()
                .filter(s -> s.header().phase() == step.header().phase())
                .toList();
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }

    private static HookPoint of(Direction direction, When when, Scope scope, MigrationPlan plan, Step step) {
        return new HookPoint(
                direction,
                when,
                scope,
                plan.id(),
                step.header().phase(),
                step.header().id());
    }

    /** Returns the point before or after one thing that a migration parked is dropped. */
    public static HookPoint purge(When when, String migration, String step) {
        return new HookPoint(Direction.PURGE, when, Scope.STEP, migration, Phase.CONTRACT, step);
    }

    /**
     * Returns the point before or after a run drops what a migration parked.
     *
     * @param step before, the first thing; after, nothing
     */
    public static HookPoint purgeOfMigration(When when, String migration, String step) {
        return new HookPoint(Direction.PURGE, when, Scope.MIGRATION, migration, Phase.CONTRACT, step);
    }

    /** Returns the point for people: {@code 0002_rename_email before the rollback of phase backfill}. */
    public String describe() {
        String what = switch (scope) {
            case MIGRATION -> "the migration";
            case PHASE -> "phase " + phase.name().toLowerCase(Locale.ROOT);
            case STEP -> "step " + step;
        };
        String back = switch (direction) {
            case APPLY -> "";
            case ROLLBACK -> "the rollback of ";
            case PURGE -> scope == Scope.STEP ? "" : "the purge of ";
        };
        return migration + " " + when.name().toLowerCase(Locale.ROOT) + " " + back + what;
    }
}

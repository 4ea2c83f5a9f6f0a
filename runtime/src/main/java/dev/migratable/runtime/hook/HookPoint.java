package dev.migratable.runtime.hook;

import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A point of a migration at which hooks are called.
 *
 * @param when before or after
 * @param scope what
 * @param migration the migration's id
 * @param phase the phase of the step that is next, or was last
 * @param step that step's id
 */
public record HookPoint(When when, Scope scope, String migration, Phase phase, String step) {

    /** Which side. */
    public enum When {
        /** Before it begins. */
        BEFORE,
        /** When it is done. */
        AFTER
    }

    /** What begins or ends. */
    public enum Scope {
        /** A migration: its very first step, and its very last one, which may be of another run. */
        MIGRATION,
        /** A phase: the first and the last step of it. */
        PHASE,
        /** A step. */
        STEP
    }

    /** Rejects nulls. */
    public HookPoint {
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(step, "step");
    }

    /** Returns the points before a step, the widest first. */
    static List<HookPoint> before(MigrationPlan plan, Step step) {
        List<Step> steps = plan.steps();
        List<Step> ofPhase = ofPhase(plan, step);
        List<HookPoint> points = new ArrayList<>();
        if (steps.get(0).equals(step)) {
            points.add(of(When.BEFORE, Scope.MIGRATION, plan, step));
        }
        if (ofPhase.get(0).equals(step)) {
            points.add(of(When.BEFORE, Scope.PHASE, plan, step));
        }
        points.add(of(When.BEFORE, Scope.STEP, plan, step));
        return points;
    }

    /** Returns the points after a step, the widest last. */
    static List<HookPoint> after(MigrationPlan plan, Step step) {
        List<Step> steps = plan.steps();
        List<Step> ofPhase = ofPhase(plan, step);
        List<HookPoint> points = new ArrayList<>();
        if (steps.get(steps.size() - 1).equals(step)) {
            points.add(of(When.AFTER, Scope.MIGRATION, plan, step));
        }
        if (ofPhase.get(ofPhase.size() - 1).equals(step)) {
            points.add(of(When.AFTER, Scope.PHASE, plan, step));
        }
        points.add(of(When.AFTER, Scope.STEP, plan, step));
        Collections.reverse(points);
        return points;
    }

    private static List<Step> ofPhase(MigrationPlan plan, Step step) {
        return plan.steps().stream()
                .filter(s -> s.header().phase() == step.header().phase())
                .toList();
    }

    private static HookPoint of(When when, Scope scope, MigrationPlan plan, Step step) {
        return new HookPoint(
                when, scope, plan.id(), step.header().phase(), step.header().id());
    }

    /** Returns the point for people: {@code 0002_rename_email before phase backfill}. */
    public String describe() {
        String what = switch (scope) {
            case MIGRATION -> "the migration";
            case PHASE -> "phase " + phase.name().toLowerCase(Locale.ROOT);
            case STEP -> "step " + step;
        };
        return migration + " " + when.name().toLowerCase(Locale.ROOT) + " " + what;
    }
}

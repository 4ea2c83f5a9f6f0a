package dev.migratable.runtime.execute;

import dev.migratable.runtime.hook.HookPoint;
import dev.migratable.runtime.hook.HookPoint.Direction;
import dev.migratable.runtime.hook.HookPoint.Scope;
import dev.migratable.runtime.hook.HookRunner;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells listener and hooks what one run begins and ends: migrations, phases, steps. Change sets of your own beside the
 * migrations have no milestones.
 */
final class Milestones {

    private final Connection connection;
    private final HookRunner hooks;
    private final MigrationListener listener;
    private final PlanIndex plans;
    private final Direction direction;
    private final Map<String, Set<Phase>> undone = new HashMap<>();

    /**
     * Creates those of one run.
     *
     * @param connection in autocommit mode; notes between steps which hooks are due
     */
    Milestones(
            Connection connection, HookRunner hooks, MigrationListener listener, PlanIndex plans, Direction direction) {
        this.connection = connection;
        this.hooks = hooks;
        this.listener = listener;
        this.plans = plans;
        this.direction = direction;
    }

    /** Creates our own table, where there are hooks that need it; once the schema of the history is there. */
    void prepare() throws SQLException {
        hooks.prepare(connection);
    }

    /**
     * Calls, before the run's first step, the hooks that an earlier run did not get to. A way back leaves out those of
     * steps that were applied: it has to be open to whoever goes back because of such a hook.
     */
    void catchUp() throws SQLException {
        hooks.catchUp(
                connection, plans.all(), direction == Direction.APPLY ? Set.of(Direction.values()) : Set.of(direction));
    }

    /** A step is about to begin. */
    void before(ChangeSetName changeSet) {
        Optional<MigrationPlan> plan = plans.plan(changeSet.migration());
        Optional<Step> step = plans.step(changeSet);
        if (plan.isPresent() && step.isPresent()) {
            List<HookPoint> points = before(plan.get(), step.get());
            tell(points);
            hooks.before(points);
        }
    }

    private List<HookPoint> before(MigrationPlan plan, Step step) {
        if (direction == Direction.APPLY) {
            return HookPoint.before(plan, step);
        }
        Set<Phase> phases = undone.computeIfAbsent(plan.id(), id -> EnumSet.noneOf(Phase.class));
        List<HookPoint> points = HookPoint.beforeUndo(plan, step, phases);
        phases.add(step.header().phase());
        return points;
    }

    /** A step is done or undone: notes, in its own transaction where it has one, that its hooks are due. */
    void due(Connection ofStep, ChangeSetName changeSet) throws SQLException {
        Optional<Step> step = plans.step(changeSet);
        if (step.isPresent()) {
            hooks.due(ofStep, direction, changeSet.migration(), step.get());
        }
    }

    /** A step is done or undone, and that is committed. */
    void after(ChangeSetName changeSet) throws SQLException {
        Optional<MigrationPlan> plan = plans.plan(changeSet.migration());
        Optional<Step> step = plans.step(changeSet);
        if (plan.isPresent() && step.isPresent()) {
            hooks.after(connection, direction, plan.get(), step.get());
            tell(
                    direction == Direction.APPLY
                            ? HookPoint.after(plan.get(), step.get())
                            : HookPoint.afterUndo(plan.get(), step.get()));
        }
    }

    private void tell(List<HookPoint> points) {
        points.stream().filter(point -> point.scope() != Scope.STEP).forEach(listener::reached);
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.change.ChangeCompositeType;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.CreateCompositeType;
import dev.migratable.change.DropCompositeType;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.classify.RuleId;
import dev.migratable.runtime.sql.CompositeTypeSql;
import dev.migratable.schema.CompositeType;

/** Creates composite types before the rollout, and parks those that no column has any more after it. */
final class CompositeTypeExpansion implements CompositeTypeChange.Visitor<Boolean> {

    private static final RuleId KEPT_ATTRIBUTES = new RuleId("MIG519");

    private final PlanDraft draft;
    private final TypeSteps steps;

    CompositeTypeExpansion(PlanContext context, PlanDraft draft, ClassifiedChange judged) {
        this.draft = draft;
        this.steps = new TypeSteps(context, judged);
    }

    @Override
    public Boolean visit(CreateCompositeType change) {
        CompositeType type = change.type();
        draft.add(steps.create(type.name(), CompositeTypeSql.create(type), CompositeTypeSql.isThere(type)));
        draft.expands(change);
        return true;
    }

    /** The server locks the relation that such a type has. */
    @Override
    public Boolean visit(DropCompositeType change) {
        draft.add(steps.park(change.table(), CompositeTypeSql::isThere).lock(LockMode.ACCESS_EXCLUSIVE));
        return true;
    }

    /** PostgreSQL adds and drops attributes; whoever writes values of the former ones fails from then on. */
    @Override
    public Boolean visit(ChangeCompositeType change) {
        draft.refuse(
                change,
                "running versions write and read its values as a whole, by the attributes it has",
                steps.wayOut(KEPT_ATTRIBUTES));
        return false;
    }
}

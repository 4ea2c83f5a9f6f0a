package dev.migratable.runtime.expansion;

import dev.migratable.change.AddEnumValue;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.DropEnumType;
import dev.migratable.change.DropEnumValue;
import dev.migratable.change.EnumTypeChange;
import dev.migratable.change.ReorderEnumType;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.RuleId;
import dev.migratable.runtime.sql.EnumTypeSql;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;

/**
 * Creates enum types and adds values to them before the rollout, each in a change set of its own, for a value can be used
 * only when its transaction is over; parks types that no column has any more after the rollout.
 */
final class EnumTypeExpansion implements EnumTypeChange.Visitor<Boolean> {

    private static final RuleId KEPT_VALUES = new RuleId("MIG518");

    private final PlanDraft draft;
    private final ClassifiedChange judged;
    private final TypeSteps steps;

    EnumTypeExpansion(PlanContext context, PlanDraft draft, ClassifiedChange judged) {
        this.draft = draft;
        this.judged = judged;
        this.steps = new TypeSteps(context, judged);
    }

    @Override
    public Boolean visit(CreateEnumType change) {
        EnumType type = change.type();
        draft.add(steps.create(type.name(), EnumTypeSql.create(type), EnumTypeSql.isThere(type)));
        draft.expands(change);
        return true;
    }

    @Override
    public Boolean visit(AddEnumValue change) {
        QualifiedName type = change.table();
        draft.add(StepDraft.of(Stage.ADD_VALUE, type, "add-value-" + type.name() + "-" + change.label())
                .purpose("Add value " + change.label() + " to type " + type.display()
                        + "; a rollback leaves it there, for PostgreSQL takes no value out of a type")
                .notes(PlanContext.notes(judged))
                .run(EnumTypeSql.addValue(type, change.label(), change.before()))
                .effect(EnumTypeSql.hasValue(type, change.label(), change.before())));
        draft.expands(change);
        return true;
    }

    @Override
    public Boolean visit(DropEnumType change) {
        draft.add(steps.park(change.table(), EnumTypeSql::isThere));
        return true;
    }

    @Override
    public Boolean visit(DropEnumValue change) {
        draft.refuse(
                change,
                "PostgreSQL takes no value out of a type, and rows or running versions may still have "
                        + change.label(),
                steps.wayOut(KEPT_VALUES));
        return false;
    }

    @Override
    public Boolean visit(ReorderEnumType change) {
        draft.refuse(
                change,
                "PostgreSQL moves no value of a type, by whose order rows are sorted",
                steps.wayOut(KEPT_VALUES));
        return false;
    }
}

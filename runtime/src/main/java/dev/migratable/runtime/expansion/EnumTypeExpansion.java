package dev.migratable.runtime.expansion;

import dev.migratable.change.AddEnumValue;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.DropEnumType;
import dev.migratable.change.DropEnumValue;
import dev.migratable.change.EnumTypeChange;
import dev.migratable.change.ReorderEnumType;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Finding;
import dev.migratable.classify.RuleId;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.EnumTypeSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.runtime.sql.TypeSql;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import java.util.stream.Stream;

/**
 * Creates enum types and adds values to them before the rollout, each in a change set of its own, for a value can be used
 * only when its transaction is over; parks types that no column has any more after the rollout.
 */
final class EnumTypeExpansion implements EnumTypeChange.Visitor<Boolean> {

    private static final RuleId KEPT_VALUES = new RuleId("MIG518");

    private final PlanContext context;
    private final PlanDraft draft;
    private final ClassifiedChange judged;

    EnumTypeExpansion(PlanContext context, PlanDraft draft, ClassifiedChange judged) {
        this.context = context;
        this.draft = draft;
        this.judged = judged;
    }

    @Override
    public Boolean visit(CreateEnumType change) {
        EnumType type = change.type();
        draft.add(StepDraft.of(
                        Stage.CREATE_TYPE,
                        type.name(),
                        "create-type-" + type.name().name())
                .purpose("Create type " + type.name().display()
                        + "; a rollback leaves it where something else has come to use it")
                .notes(PlanContext.notes(judged))
                .run(EnumTypeSql.create(type))
                .undo(TypeSql.dropUnused(type.name()))
                .effect(EnumTypeSql.isThere(type)));
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
        QualifiedName type = change.table();
        QualifiedName target =
                new QualifiedName(BookkeepingSql.PARKED_SCHEMA, Identifiers.parked(type.name(), context.number()));
        draft.add(StepDraft.of(Stage.PARK_TYPE, type, "park-type-" + type.name())
                .purpose("Park type " + type.display() + " as " + target + ", until it is purged")
                .notes(PlanContext.notes(judged))
                .run(TableSql.createSchema(BookkeepingSql.PARKED_SCHEMA), TypeSql.move(type, target))
                .undo(TypeSql.move(target, type))
                .effect(EnumTypeSql.isThere(target)));
        return true;
    }

    @Override
    public Boolean visit(DropEnumValue change) {
        draft.refuse(
                change,
                "PostgreSQL takes no value out of a type, and rows or running versions may still have "
                        + change.label(),
                wayOut());
        return false;
    }

    @Override
    public Boolean visit(ReorderEnumType change) {
        draft.refuse(change, "PostgreSQL moves no value of a type, by whose order rows are sorted", wayOut());
        return false;
    }

    /** What the rule says, for which there is no other way either. */
    private String wayOut() {
        return Stream.concat(
                        judged.findings().stream(), judged.accepted().stream().map(AcceptedFinding::finding))
                .filter(finding -> finding.rule().equals(KEPT_VALUES))
                .map(Finding::fix)
                .findFirst()
                .orElseThrow();
    }
}

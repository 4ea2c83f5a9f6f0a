package dev.migratable.runtime.expansion;

import dev.migratable.change.ChangeCompositeType;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.CreateCompositeType;
import dev.migratable.change.DropCompositeType;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Finding;
import dev.migratable.classify.LockMode;
import dev.migratable.classify.RuleId;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.CompositeTypeSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.runtime.sql.TypeSql;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.QualifiedName;
import java.util.stream.Stream;

/** Creates composite types before the rollout, and parks those that no column has any more after it. */
final class CompositeTypeExpansion implements CompositeTypeChange.Visitor<Boolean> {

    private static final RuleId KEPT_ATTRIBUTES = new RuleId("MIG519");

    private final PlanContext context;
    private final PlanDraft draft;
    private final ClassifiedChange judged;

    CompositeTypeExpansion(PlanContext context, PlanDraft draft, ClassifiedChange judged) {
        this.context = context;
        this.draft = draft;
        this.judged = judged;
    }

    @Override
    public Boolean visit(CreateCompositeType change) {
        CompositeType type = change.type();
        draft.add(StepDraft.of(
                        Stage.CREATE_TYPE,
                        type.name(),
                        "create-type-" + type.name().name())
                .purpose("Create type " + type.name().display()
                        + "; a rollback leaves it where something else has come to use it")
                .notes(PlanContext.notes(judged))
                .run(CompositeTypeSql.create(type))
                .undo(TypeSql.dropUnused(type.name()))
                .effect(CompositeTypeSql.isThere(type)));
        draft.expands(change);
        return true;
    }

    @Override
    public Boolean visit(DropCompositeType change) {
        QualifiedName type = change.table();
        QualifiedName target =
                new QualifiedName(BookkeepingSql.PARKED_SCHEMA, Identifiers.parked(type.name(), context.number()));
        draft.add(StepDraft.of(Stage.PARK_TYPE, type, "park-type-" + type.name())
                .purpose("Park type " + type.display() + " as " + target + ", until it is purged")
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(TableSql.createSchema(BookkeepingSql.PARKED_SCHEMA), TypeSql.move(type, target))
                .undo(TypeSql.move(target, type))
                .effect(CompositeTypeSql.isThere(target)));
        return true;
    }

    /** PostgreSQL adds and drops attributes; whoever writes values of the former ones fails from then on. */
    @Override
    public Boolean visit(ChangeCompositeType change) {
        String wayOut = Stream.concat(
                        judged.findings().stream(), judged.accepted().stream().map(AcceptedFinding::finding))
                .filter(finding -> finding.rule().equals(KEPT_ATTRIBUTES))
                .map(Finding::fix)
                .findFirst()
                .orElseThrow();
        draft.refuse(change, "running versions write and read its values as a whole, by the attributes it has", wayOut);
        return false;
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.change.ChangeSequence;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.DropSequence;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.SequenceSql;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;

/** Creates and widens sequences before the rollout, and parks after it those that the model gave up. */
final class SequenceExpansion {
    private final PlanContext context;
    private final PlanDraft draft;

    SequenceExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(CreateSequence change, ClassifiedChange judged) {
        Sequence sequence = change.sequence();
        StepDraft step = StepDraft.of(
                        Stage.CREATE_SEQUENCE,
                        sequence.name(),
                        "create-" + sequence.name().name())
                .purpose("Create sequence " + sequence.name().display())
                .notes(PlanContext.notes(judged))
                .run(SequenceSql.create(sequence))
                .undo(SequenceSql.drop(sequence.name()))
                .effect(CatalogTest.sequence(sequence));
        if (sequence.ownedBy().isPresent()) {
            step.run(SequenceSql.own(sequence));
        }
        draft.add(step);
        draft.expands(change);
    }

    void expand(ChangeSequence change, ClassifiedChange judged) {
        Sequence from = change.from();
        Sequence to = change.to();
        if (!widens(from.options(), to.options())) {
            draft.refuse(
                    change,
                    "running versions draw numbers from it, and another increment, direction or narrower range makes "
                            + "them collide or run out",
                    "give the generator a new sequence name that starts above the largest key");
            return;
        }
        boolean owner = !from.ownedBy().equals(to.ownedBy());
        // An owner may be a column that this migration adds.
        Stage stage = owner ? Stage.COMMENT : Stage.CREATE_SEQUENCE;
        draft.add(StepDraft.of(
                        stage,
                        to.name(),
                        (owner ? "own-" : "widen-") + to.name().name())
                .purpose((owner ? "Change the owner of sequence " : "Widen sequence ")
                        + to.name().display())
                .notes(PlanContext.notes(judged))
                .run(owner ? SequenceSql.own(to) : SequenceSql.alter(to))
                .undo(owner ? SequenceSql.own(from) : SequenceSql.alter(from))
                .effect(owner ? CatalogTest.sequence(to.name()) : CatalogTest.sequence(to)));
        draft.expands(change);
    }

    private static boolean widens(SequenceOptions from, SequenceOptions to) {
        return from.increment() == to.increment() && to.minimum() <= from.minimum() && to.maximum() >= from.maximum();
    }

    void expand(DropSequence change, ClassifiedChange judged) {
        Sequence sequence = change.sequence();
        String parked = Identifiers.parked(sequence.name().name(), context.number());
        QualifiedName target = new QualifiedName(BookkeepingSql.PARKED_SCHEMA, parked);
        draft.add(StepDraft.of(
                        Stage.PARK, sequence.name(), "park-" + sequence.name().name())
                .purpose("Park sequence " + sequence.name().display() + " as " + target)
                .notes(PlanContext.notes(judged))
                .run(TableSql.createSchema(BookkeepingSql.PARKED_SCHEMA))
                .run(TableSql.move("SEQUENCE", sequence.name(), target))
                .undo(TableSql.move("SEQUENCE", target, sequence.name()))
                .effect(CatalogTest.sequence(target)));
    }
}

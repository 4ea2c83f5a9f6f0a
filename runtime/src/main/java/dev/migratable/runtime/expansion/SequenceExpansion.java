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
import java.util.Optional;

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
        if (new Counters(context).isSuccessor(sequence)) {
            draft.expands(change);
            return; // goes along with the identity whose numbers it goes on with
        }
        if (!isForNewTable(sequence) && refusedAsRename(change) | refusedAsBehindKeys(change)) {
            return;
        }
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

    /** A sequence given up and another one created are most likely one that was renamed, as with its entity. */
    private boolean refusedAsRename(CreateSequence change) {
        Optional<String> gone = context.changes().stream()
                .filter(c -> c instanceof DropSequence
                        && !context.declarations().isRetired(c.table())) // which says that it has no successor
                .map(c -> ((DropSequence) c).sequence().name().display())
                .findFirst();
        gone.ifPresent(old -> draft.refuse(
                change,
                "sequence " + old + " goes in the same migration; were this one its successor, it would begin anew and "
                        + "give out keys that rows have",
                "keep the name by @SequenceGenerator(sequenceName = \"" + old
                        + "\"), or, where they have nothing to do with each other, say so by --retire " + old
                        + ", or create one and give up the other in "
                        + "migrations of their own"));
        return gone.isPresent();
    }

    /** Whoever numbered the rows of a table that is there, it was not this sequence. */
    private boolean refusedAsBehindKeys(CreateSequence change) {
        Sequence sequence = change.sequence();
        boolean fromTheBeginning = sequence.options().increment() > 0
                && sequence.options().start()
                        == SequenceOptions.defaults(sequence.type()).start();
        Optional<String> table = context.from().tables().stream()
                .filter(t -> !context.isNew(t.name()))
                .filter(t -> isImplied(sequence, t.name()))
                .map(t -> t.name().display())
                .findFirst();
        if (!fromTheBeginning || table.isEmpty() || sequence.ownedBy().isPresent()) {
            return false;
        }
        draft.refuse(
                change,
                "table " + table.get() + " is there already, and a sequence that begins at "
                        + sequence.options().start() + " would give out keys that its rows have",
                "let the generator begin above the largest key, present and to come until the rollout ends, by "
                        + "@SequenceGenerator(sequenceName = \""
                        + sequence.name().name() + "\", initialValue = ...)");
        return true;
    }

    private boolean isForNewTable(Sequence sequence) {
        return context.to().tables().stream().anyMatch(t -> context.isNew(t.name()) && isImplied(sequence, t.name()));
    }

    /** Returns whether a sequence has the name that a generator without a name of its own takes for a table. */
    private static boolean isImplied(Sequence sequence, QualifiedName table) {
        return sequence.name().name().equalsIgnoreCase(table.name() + "_seq");
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
                .lock(judged.facts().lock())
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
        StepDraft step = StepDraft.of(
                        Stage.PARK, sequence.name(), "park-" + sequence.name().name())
                .purpose("Park sequence " + sequence.name().display() + " as " + target)
                .notes(PlanContext.notes(judged))
                .lock(judged.facts().lock())
                .run(TableSql.createSchema(BookkeepingSql.PARKED_SCHEMA));
        if (sequence.ownedBy().isPresent()) {
            // The server moves no sequence away from the column it belongs to.
            step.run(SequenceSql.disown(sequence.name()));
        }
        step.run(TableSql.move("SEQUENCE", sequence.name(), target))
                .undo(TableSql.move("SEQUENCE", target, sequence.name()))
                .effect(CatalogTest.sequence(target));
        if (sequence.ownedBy().isPresent()) {
            step.undo(SequenceSql.own(sequence));
        }
        draft.add(step);
    }
}

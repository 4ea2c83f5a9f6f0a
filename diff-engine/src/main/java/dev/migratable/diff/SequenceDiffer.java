package dev.migratable.diff;

import dev.migratable.change.ChangeSequence;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.DropSequence;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import java.util.Optional;

/**
 * Compares sequences. One is created without an owner where its owner does not exist yet, and given to it later; one
 * whose owner goes away goes with it and needs no change of its own. Another first value alone is no difference.
 */
final class SequenceDiffer {

    private final Schema current;
    private final Schema desired;
    private final ChangeCollector changes;

    SequenceDiffer(Schema current, Schema desired, ChangeCollector changes) {
        this.current = current;
        this.desired = desired;
        this.changes = changes;
    }

    void diff() {
        for (Sequence sequence : desired.sequences()) {
            Optional<Sequence> present = current.sequence(sequence.name());
            if (present.isPresent()) {
                change(present.get(), sequence);
            } else {
                create(sequence);
            }
        }
        for (Sequence sequence : current.sequences()) {
            boolean wanted = desired.sequence(sequence.name()).isPresent();
            if (!wanted && sequence.ownedBy().filter(c -> !exists(desired, c)).isEmpty()) {
                changes.add(Stage.DROP_SEQUENCE, new DropSequence(sequence));
            }
        }
    }

    private void create(Sequence sequence) {
        boolean ownerThere = sequence.ownedBy().map(c -> exists(current, c)).orElse(true);
        Sequence bare = sequence.withComment(sequence.comment().map(comment -> ""));
        Sequence first = ownerThere ? bare : bare.withOwner(Optional.empty());
        changes.add(Stage.CHANGE_SEQUENCE, new CreateSequence(first));
        if (!ownerThere) {
            changes.add(Stage.CHANGE_SEQUENCE_OWNER, new ChangeSequence(first, bare));
        }
    }

    private void change(Sequence from, Sequence to) {
        Sequence wanted = to.withComment(from.comment()).withUnlogged(from.unlogged()); // changes of their own
        Sequence attributes = wanted.withOwner(from.ownedBy());
        boolean same =
                Equivalence.sameType(from.type(), to.type()) && from.options().equals(behindStart(from, to));
        if (!same) {
            changes.add(Stage.CHANGE_SEQUENCE, new ChangeSequence(from, attributes));
        }
        if (from.ownedBy().equals(to.ownedBy())) {
            return;
        }
        Sequence owned = same ? from : attributes;
        if (from.ownedBy().filter(this::isGenerated).isPresent()) {
            // Generated columns go before others come, and would take it along.
            Sequence released = owned.withOwner(Optional.empty());
            changes.add(Stage.CHANGE_SEQUENCE, new ChangeSequence(owned, released));
            owned = released;
        }
        if (!owned.equals(wanted)) {
            changes.add(Stage.CHANGE_SEQUENCE_OWNER, new ChangeSequence(owned, wanted));
        }
    }

    private boolean isGenerated(ColumnName name) {
        return current.table(name.table())
                .flatMap(table -> table.column(name.column()))
                .filter(column -> column.generated().isPresent())
                .isPresent();
    }

    /**
     * Returns the desired attributes with the first value of the present sequence: it is drawn when a sequence is
     * created or restarted, and tells nothing of one that is there.
     */
    private static SequenceOptions behindStart(Sequence from, Sequence to) {
        SequenceOptions options = to.options();
        return new SequenceOptions(
                from.options().start(),
                options.increment(),
                options.minimum(),
                options.maximum(),
                options.cache(),
                options.cycle());
    }

    private static boolean exists(Schema schema, ColumnName column) {
        return schema.table(column.table())
                .flatMap(t -> t.column(column.column()))
                .isPresent();
    }
}

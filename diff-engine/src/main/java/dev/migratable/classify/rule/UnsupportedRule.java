package dev.migratable.classify.rule;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.ChangeSequencePersistence;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;
import java.util.Optional;

/** Tells of a difference that Migratable compares and does not plan. */
final class UnsupportedRule implements Rule {

    private static final RuleId ID = new RuleId("MIG507");

    /** The first version with {@code SET EXPRESSION}; release notes of 17. */
    private static final int SET_EXPRESSION_VERSION = 17;

    /** The first version with unlogged sequences; release notes of 15. */
    private static final int UNLOGGED_SEQUENCE_VERSION = 15;

    /** The first version with virtual generated columns; release notes of 18. */
    private static final int VIRTUAL_VERSION = 18;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "No plan can be made for the difference";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (change instanceof UnsupportedChange unsupported) {
            return List.of(new Finding(
                    ID, Risk.UNSAFE, Elements.of(change.table()), unsupported.difference(), unsupported.wayOut()));
        }
        int needed = neededVersion(change);
        if (needed <= context.serverVersion()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                "needs PostgreSQL " + needed + ", and the server is " + context.serverVersion(),
                change instanceof ChangeGenerated || change instanceof AddColumn
                        ? "Add a stored generated column under a new name, or bring the server to version " + needed
                        : "Keep the sequence logged, or bring the server to version " + needed));
    }

    private static int neededVersion(Change change) {
        if (change instanceof ChangeGenerated generated && generated.to().isPresent()) {
            return SET_EXPRESSION_VERSION;
        }
        boolean unlogged = change instanceof ChangeSequencePersistence
                || change instanceof CreateSequence create
                        && create.sequence().unlogged().equals(Optional.of(true));
        if (unlogged) {
            return UNLOGGED_SEQUENCE_VERSION;
        }
        boolean virtual = change instanceof AddColumn add
                && add.column().generated().filter(g -> !g.stored()).isPresent();
        return virtual ? VIRTUAL_VERSION : 0;
    }
}

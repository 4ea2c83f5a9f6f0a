package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangePersistence;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a table whose rows do not outlive a crash. */
final class UnloggedRule implements Rule {

    private static final RuleId ID = new RuleId("MIG105");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A crash empties an unlogged table, and standbys never have its rows";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangePersistence persistence) || !persistence.unlogged()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                "becomes unlogged; the next crash of the server empties it, and no standby, replica or backup of files has"
                        + " its rows",
                "Keep it logged, unless every row can be made again"));
    }
}

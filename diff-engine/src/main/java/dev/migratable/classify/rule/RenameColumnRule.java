package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.RenameColumn;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a renamed column. */
final class RenameColumnRule implements Rule {

    private static final RuleId ID = new RuleId("MIG401");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Versions that use the old column name break";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof RenameColumn rename)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(rename.table(), rename.to()),
                "is renamed from " + rename.from() + " by dual write: old versions keep using " + rename.from()
                        + " until contract",
                "Contract when no version is alive that uses " + rename.from()));
    }
}

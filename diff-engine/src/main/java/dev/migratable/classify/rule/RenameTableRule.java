package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.RenameTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a renamed table. */
final class RenameTableRule implements Rule {

    private static final RuleId ID = new RuleId("MIG402");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Versions that use the old table name break";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof RenameTable rename)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(rename.newName()),
                "is renamed from " + rename.table().display()
                        + "; a view keeps the old name for old versions until contract",
                "Contract when no version is alive that uses " + rename.table().display()));
    }
}

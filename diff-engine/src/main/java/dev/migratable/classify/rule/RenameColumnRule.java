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
        if (context.declarations().isAliased(rename.table(), rename.from(), rename.to())) {
            return List.of(aliased(rename));
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(rename.table(), rename.to()),
                "is renamed from " + rename.from() + " by dual write: old versions keep using " + rename.from()
                        + " until contract",
                "Contract when no version is alive that uses " + rename.from()));
    }

    private static Finding aliased(RenameColumn rename) {
        return new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(rename.table(), rename.to()),
                "is renamed from " + rename.from() + "; until contract "
                        + rename.table().display()
                        + " is a view that has it under both names, through which no client can COPY FROM, TRUNCATE, use"
                        + " ctid, pg_get_serial_sequence, ON CONFLICT ON CONSTRAINT or (before PostgreSQL 17) MERGE, nor"
                        + " write both names in one statement",
                "Contract when no version is alive that uses " + rename.from()
                        + ", or leave the strategy out for a rename by dual write");
    }
}

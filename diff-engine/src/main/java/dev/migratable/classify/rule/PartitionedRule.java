package dev.migratable.classify.rule;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.CreateIndex;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a partitioned table, for which the way beside the clients does not exist. */
final class PartitionedRule implements Rule {

    private static final RuleId ID = new RuleId("MIG309");

    /** The first version with a NOT VALID foreign key on a partitioned table; release notes of 18. */
    private static final int NOT_VALID_VERSION = 18;

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "What is done beside the clients elsewhere is not possible on a partitioned table";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        boolean partitioned = context.current()
                .table(change.table())
                .filter(t -> t.options().partitionBy().isPresent())
                .isPresent();
        if (!partitioned || context.isHarmless(change.table())) {
            return List.of();
        }
        if (change instanceof CreateIndex || change instanceof AddUnique || change instanceof AddPrimaryKey) {
            return List.of(finding(
                    change,
                    "has an index built on a partitioned table, where CONCURRENTLY is refused",
                    "Create the index on ONLY the parent, build it concurrently on each partition and attach those, by a"
                            + " migration of your own"));
        }
        if (change instanceof AddForeignKey && context.serverVersion() < NOT_VALID_VERSION) {
            return List.of(finding(
                    change,
                    "gets a foreign key on a partitioned table, which PostgreSQL " + context.serverVersion()
                            + " refuses as NOT VALID",
                    "Add it NOT VALID to each partition, validate those, then add it to the parent, by a migration of"
                            + " your own"));
        }
        return List.of();
    }

    private static Finding finding(Change change, String message, String fix) {
        return new Finding(ID, Risk.UNSAFE, Elements.of(change.table()), message, fix);
    }
}

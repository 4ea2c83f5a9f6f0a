package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.DropIndex;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.IndexKey;
import java.util.List;

/** Tells of an index that queries may use. */
final class DroppedIndexRule implements Rule {

    private static final RuleId ID = new RuleId("MIG512");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Queries that used a dropped index read whole tables";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof DropIndex drop)
                || !drop.index().valid()
                || context.isHarmless(drop.table())
                || isCovered(drop, context)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(drop.table()),
                "loses the index " + drop.index().name() + "; queries that use it read the whole table",
                "Drop it when pg_stat_user_indexes says that nobody scans it, or build what replaces it first"));
    }

    /** Whether another index of the desired table begins with the same keys. */
    private static boolean isCovered(DropIndex drop, ClassificationContext context) {
        List<IndexKey> keys = drop.index().keys();
        return context.desired().table(drop.table()).stream()
                .flatMap(t -> t.indexes().stream())
                .filter(i -> !i.name().equals(drop.index().name()))
                .filter(i -> i.predicate().isEmpty()
                        && i.method().equals(drop.index().method()))
                .anyMatch(i -> i.keys().size() >= keys.size()
                        && i.keys().subList(0, keys.size()).equals(keys));
    }
}

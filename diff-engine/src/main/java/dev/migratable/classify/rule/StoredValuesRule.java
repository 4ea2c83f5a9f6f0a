package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeCompression;
import dev.migratable.change.ChangeIndexParameters;
import dev.migratable.change.ChangeStorage;
import dev.migratable.change.ChangeStorageParameters;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Tells of a setting that only what is written from now on follows. */
final class StoredValuesRule implements Rule {

    private static final RuleId ID = new RuleId("MIG515");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "What is stored already stays as it was";
    }

    /** Followed when a page of the table is filled. */
    private static final Set<String> OF_PAGES = Set.of("fillfactor", "toast_tuple_target");

    /** Read when an index is built, and never again. */
    private static final Set<String> OF_BUILDS = Set.of("fillfactor", "pages_per_range", "buffering");

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        Optional<String> fix = fix(change);
        if (fix.isEmpty() || context.rows(change.table()).equals(OptionalLong.of(0))) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(change),
                "is stored in another way from now on; what is there already stays as it is",
                fix.get()));
    }

    private static Optional<String> fix(Change change) {
        if (change instanceof ChangeStorage || change instanceof ChangeCompression) {
            return Optional.of("Write the rows anew in batches where the old ones are to follow");
        }
        if (change instanceof ChangeStorageParameters table && differ(table.from(), table.to(), OF_PAGES)) {
            return Optional.of("Leave it to the updates to come, or write the rows anew in batches");
        }
        return change instanceof ChangeIndexParameters index && differ(index.from(), index.to(), OF_BUILDS)
                ? Optional.of("Run REINDEX INDEX CONCURRENTLY afterwards")
                : Optional.empty();
    }

    private static boolean differ(Map<String, String> from, Map<String, String> to, Set<String> names) {
        return names.stream().anyMatch(name -> !Objects.equals(from.get(name), to.get(name)));
    }
}

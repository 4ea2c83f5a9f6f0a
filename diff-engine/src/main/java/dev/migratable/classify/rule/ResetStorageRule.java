package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;

/** Tells of storage and compression that go when a column's type or collation changes. */
final class ResetStorageRule implements Rule {

    private static final RuleId ID = new RuleId("MIG517");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A change of type resets storage and compression";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        Optional<ColumnSettings> settings = column(change)
                .flatMap(column -> context.current().table(change.table()).flatMap(t -> t.column(column)))
                .map(column -> column.settings())
                .filter(s -> !s.equals(s.afterTypeChange()));
        boolean setAgain =
                context.desired().table(change.table()).flatMap(Table::settings).isPresent();
        if (settings.isEmpty() || setAgain) {
            return List.of();
        }
        String lost = settings.get().storage().map(s -> "storage " + s).orElse("");
        String compressed =
                settings.get().compression().map(c -> "compression " + c).orElse("");
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(change),
                "loses " + (lost.isEmpty() || compressed.isEmpty() ? lost + compressed : lost + " and " + compressed)
                        + ", which no entity speaks of",
                "Set it again afterwards by a migration of your own"));
    }

    private static Optional<String> column(Change change) {
        if (change instanceof ChangeColumnType type) {
            return Optional.of(type.column());
        }
        return change instanceof ChangeCollation collation ? Optional.of(collation.column()) : Optional.empty();
    }
}

package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.DropEnumValue;
import dev.migratable.change.ReorderEnumType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of what PostgreSQL has no statement for: a value of an enum type that goes or changes its place. */
final class EnumValueRule implements Rule {

    private static final RuleId ID = new RuleId("MIG518");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "An enum type keeps its values and their order";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (change instanceof DropEnumValue drop) {
            return List.of(finding(
                    Risk.DESTRUCTIVE,
                    change,
                    "is to lose the value " + drop.label() + ", and PostgreSQL takes none out of a type"));
        }
        if (change instanceof ReorderEnumType reorder) {
            return List.of(finding(
                    Risk.UNSAFE,
                    change,
                    "is to have its values in the order " + String.join(", ", reorder.to()) + " instead of "
                            + String.join(", ", reorder.from()) + ", and PostgreSQL moves none"));
        }
        return List.of();
    }

    private static Finding finding(Risk risk, Change change, String fact) {
        return new Finding(ID, risk, Elements.of(change), fact, Fixes.KEEP_VALUES);
    }
}

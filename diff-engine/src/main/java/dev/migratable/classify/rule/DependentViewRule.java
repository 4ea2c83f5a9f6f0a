package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of views that use what is dropped or gets another type. */
final class DependentViewRule implements Rule {

    private static final RuleId ID = new RuleId("MIG209");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A view that uses the column makes the change fail";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        List<String> views = views(change, context);
        if (views.isEmpty()) {
            return List.of();
        }
        String does = change instanceof ChangeColumnType ? "changes its type" : "is dropped";
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                does + " while " + String.join(", ", views) + (views.size() == 1 ? " uses it" : " use it")
                        + ", which PostgreSQL refuses",
                "Drop the view before and create it again, with its grants, by a migration of your own"));
    }

    private static List<String> views(Change change, ClassificationContext context) {
        if (change instanceof ChangeColumnType type) {
            return context.evidence().viewsOf(type.table(), type.column());
        }
        if (change instanceof DropColumn drop) {
            return context.evidence().viewsOf(drop.table(), drop.column().name());
        }
        return change instanceof DropTable ? context.evidence().viewsOf(change.table()) : List.of();
    }
}

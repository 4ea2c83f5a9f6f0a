package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of versions that map the old type of a column. */
final class TypeVersionRule implements Rule {

    private static final RuleId ID = new RuleId("MIG404");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Running versions cannot live with the new type";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeColumnType type)) {
            return List.of();
        }
        return switch (context.transition(type).reading()) {
            case UNCHANGED -> List.of();
            case WIDENED ->
                List.of(finding(
                        type, Risk.CAUTION, "running versions fail on values that only " + type.to() + " holds"));
            case NARROWED ->
                List.of(finding(type, Risk.UNSAFE, "running versions may write what only " + type.from() + " holds"));
            case BROKEN -> List.of(finding(type, Risk.UNSAFE, "running versions read and write " + type.from()));
        };
    }

    private static Finding finding(ChangeColumnType type, Risk risk, String who) {
        return new Finding(
                ID,
                risk,
                Elements.of(type.table(), type.column()),
                "changes from " + type.from() + " to " + type.to() + "; " + who
                        + ", and their prepared statements fail once",
                risk == Risk.CAUTION ? "Write such values when no old version is alive" : Fixes.NEW_COLUMN);
    }
}

package dev.migratable.classify.rule;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.SqlType;
import java.util.List;

/** Tells of a type without equality. */
final class JsonColumnRule implements Rule {

    private static final RuleId ID = new RuleId("MIG508");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A json column breaks DISTINCT, GROUP BY and UNION";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        boolean added = change instanceof AddColumn add && isJson(add.column().type());
        boolean changed = change instanceof ChangeColumnType type && isJson(type.to());
        if (!added && !changed) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(change),
                "is of type json, which has no equality; SELECT DISTINCT, GROUP BY and UNION of the row fail",
                "Take jsonb"));
    }

    private static boolean isJson(SqlType type) {
        return type.name().equals("json") && !type.isArray();
    }
}

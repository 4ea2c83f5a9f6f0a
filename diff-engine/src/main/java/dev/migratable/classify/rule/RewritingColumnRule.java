package dev.migratable.classify.rule;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.DefaultVolatility;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.NamedType;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.classify.UserTypes;
import dev.migratable.schema.Column;
import java.util.List;
import java.util.Optional;

/** Tells of an added or changed column that rewrites the table. */
final class RewritingColumnRule implements Rule {

    private static final RuleId ID = new RuleId("MIG306");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A column whose value differs from row to row writes every row";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (context.isHarmless(change.table())) {
            return List.of();
        }
        if (change instanceof AddColumn add) {
            return added(add, facts, context);
        }
        if (change instanceof ChangeGenerated generated && facts.rewrites()) {
            return List.of(new Finding(
                    ID,
                    Risk.UNSAFE,
                    Elements.of(change),
                    "is generated from another expression, which writes every row again under "
                            + facts.lock().sql(),
                    "Add a new column with the new expression instead of changing " + generated.column()));
        }
        return List.of();
    }

    private static List<Finding> added(AddColumn add, Facts facts, ClassificationContext context) {
        Column column = add.column();
        Optional<String> unknown = column.defaultValue().flatMap(DefaultVolatility::unknownFunction);
        Optional<NamedType> type = context.evidence().type(column.type());
        if (type.filter(NamedType::isConstrained).isPresent()) {
            return List.of(finding(
                    add,
                    Risk.UNSAFE,
                    "is added with the domain " + column.type()
                            + ", which has a constraint, so that every row is written under "
                            + facts.lock().sql()));
        }
        boolean certain = column.defaultValue()
                .map(d -> DefaultVolatility.of(d) == DefaultVolatility.PER_ROW)
                .orElse(facts.rewrites());
        if (certain) {
            return List.of(finding(
                    add,
                    Risk.UNSAFE,
                    "is added with " + source(column) + ", which writes every row under "
                            + facts.lock().sql()));
        }
        if (unknown.isPresent()) {
            return List.of(finding(
                    add,
                    Risk.CAUTION,
                    "is added with a default that calls " + unknown.get()
                            + "(), which is not known here; if it is volatile, every row is written under "
                            + facts.lock().sql()));
        }
        boolean isListed = context.desired().enumTypes().stream().anyMatch(e -> e.isUsedBy(column.type()))
                || context.desired().compositeTypes().stream().anyMatch(c -> c.isUsedBy(column.type()));
        if (type.isEmpty() && !isListed && UserTypes.mayBeDomain(column.type())) {
            return List.of(finding(
                    add,
                    Risk.CAUTION,
                    "is added with the type " + column.type()
                            + ", which is not known here; if it is a domain with a constraint, every row is written under "
                            + facts.lock().sql()));
        }
        return List.of();
    }

    private static String source(Column column) {
        return column.defaultValue()
                .map(d -> "the volatile default " + d)
                .orElse(column.identity().isPresent() ? "an identity" : "a stored expression");
    }

    private static Finding finding(AddColumn add, Risk risk, String message) {
        return new Finding(
                ID,
                risk,
                Elements.of(add.table(), add.column().name()),
                message,
                "Let the plan add it nullable and fill it in batches");
    }
}

package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ColumnDependents;
import dev.migratable.change.SqlTokens;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of a type change that fails whatever the rows hold. */
final class RefusedTypeRule implements Rule {

    private static final RuleId ID = new RuleId("MIG207");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "PostgreSQL refuses the type change";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeColumnType type)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        if (context.transition(type).needsConversion()
                && context.conversion(type.table(), type.column()).isEmpty()) {
            findings.add(unconvertible(type, context));
        }
        generatedFrom(type, context).ifPresent(findings::add);
        partitionedBy(type, context).ifPresent(findings::add);
        return findings;
    }

    private static Finding unconvertible(ChangeColumnType type, ClassificationContext context) {
        boolean declared =
                context.declarations().backfill(type.table(), type.column()).isPresent();
        return new Finding(
                ID,
                declared ? Risk.CAUTION : Risk.UNSAFE,
                Elements.of(type.table(), type.column()),
                "changes from " + type.from() + " to " + type.to()
                        + ", between which PostgreSQL has no assignment cast",
                Fixes.NEW_COLUMN);
    }

    private static Optional<Finding> partitionedBy(ChangeColumnType type, ClassificationContext context) {
        return context.current()
                .table(type.table())
                .flatMap(t -> t.options().partitionBy())
                .filter(key -> SqlTokens.mentions(key.substring(key.indexOf('(')), type.column()))
                .map(key -> new Finding(
                        ID,
                        Risk.UNSAFE,
                        Elements.of(type.table(), type.column()),
                        "changes its type while the table is partitioned by " + key + ", which PostgreSQL refuses",
                        "Create a new partitioned table and move the rows by a migration of your own"));
    }

    private static Optional<Finding> generatedFrom(ChangeColumnType type, ClassificationContext context) {
        List<String> names = context
                .current()
                .table(type.table())
                .map(t -> ColumnDependents.of(t, type.column()).generatedColumns())
                .orElse(List.of())
                .stream()
                .map(Column::name)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(type.table(), type.column()),
                "changes its type while " + String.join(", ", names)
                        + " is generated from it, which PostgreSQL refuses",
                "Give the attribute a new column name, and generate from that one"));
    }
}

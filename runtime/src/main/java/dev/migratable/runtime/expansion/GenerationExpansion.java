package dev.migratable.runtime.expansion;

import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.SqlTokens;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.runtime.sql.GenerationSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes what a generated column is computed from, or leaves its values to the versions. Behind the gate, for running
 * versions read what the former expression gives, and leave the column out when they write.
 */
final class GenerationExpansion {
    private final PlanContext context;
    private final PlanDraft draft;

    GenerationExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(ChangeGenerated change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        String column = change.column();
        if (context.renameTo(table, column).isPresent()
                || context.has(ChangeColumnType.class, table, c -> c.column().equals(column))) {
            draft.refuse(
                    change,
                    "the column is renamed or gets another type in the same migration",
                    "change how it is generated in a migration of its own");
        } else if (change.to().isPresent()) {
            recompute(change, table, change.from().orElseThrow(), change.to().get(), judged);
        } else {
            release(change, table, judged);
        }
    }

    private void recompute(
            ChangeGenerated change, QualifiedName table, Generated from, Generated to, ClassifiedChange judged) {
        Rewrite rewrite = new Rewrite(draft);
        if (rewrite.isRefused(change, judged, "add a column under another name, and retire this one")) {
            return;
        }
        String column = change.column();
        StepDraft step = step(table, "expression", column, judged)
                .purpose("Compute " + table.display() + "." + column + " by another expression"
                        + (to.stored() ? ", writing every row again while nobody reads or writes the table" : ""))
                .run(GenerationSql.setExpression(table, column, to))
                .undo(GenerationSql.setExpression(table, column, from))
                .effect(CatalogTest.generated(table, column));
        draft.add(to.stored() ? step.rewriting() : step);
    }

    private void release(ChangeGenerated change, QualifiedName table, ClassifiedChange judged) {
        String column = change.column();
        Table before = context.before(table);
        if (isUsed(before, column)) {
            draft.refuse(
                    change,
                    "an index or constraint is about it, which the way back, a new generated column, would not have",
                    "drop that in a migration of its own first, and add it again after this one");
            return;
        }
        Column former = before.column(column).orElseThrow();
        Optional<String> defaultValue =
                context.after(table).flatMap(t -> t.column(column)).flatMap(Column::defaultValue);
        StepDraft step = step(table, "ungenerated", column, judged)
                .purpose("Leave the values of " + table.display() + "." + column
                        + " to the versions, as they are, from now on; the way back parks them, adds the generated column "
                        + "anew and so writes every row again while nobody reads or writes the table")
                .run(GenerationSql.dropExpression(table, column))
                .undo(GenerationSql.generateAgain(table, former, context.number()))
                .effect(CatalogTest.not(CatalogTest.generated(table, column)));
        defaultValue.ifPresent(d -> step.run(ColumnSql.changeDefault(table, column, Optional.of(d))));
        draft.add(step);
    }

    private static boolean isUsed(Table table, String column) {
        return Stream.of(
                                table.primaryKey().stream()
                                        .flatMap(k -> Stream.concat(k.columns().stream(), k.include().stream())),
                                table.uniqueConstraints().stream()
                                        .flatMap(u -> Stream.concat(u.columns().stream(), u.include().stream())),
                                table.foreignKeys().stream().flatMap(f -> f.columns().stream()),
                                table.indexes().stream().flatMap(i -> i.include().stream()))
                        .flatMap(names -> names)
                        .anyMatch(column::equals)
                || Stream.of(
                                table.checkConstraints().stream().map(c -> c.expression()),
                                table.exclusionConstraints().stream().map(e -> e.definition()),
                                table.indexes().stream()
                                        .flatMap(i -> i.keys().stream())
                                        .map(k -> k.text()),
                                table.indexes().stream().flatMap(i -> i.predicate().stream()))
                        .flatMap(texts -> texts)
                        .anyMatch(text -> text.equals(column) || SqlTokens.mentions(text, column));
    }

    /** Returns whether a column is generated until the contract and none after it. */
    static boolean isReleased(PlanContext context, QualifiedName table, String column) {
        return context.has(ChangeGenerated.class, table, c -> c.column().equals(column) && c.to().isEmpty());
    }

    private static StepDraft step(QualifiedName table, String what, String column, ClassifiedChange judged) {
        return StepDraft.of(Stage.TIGHTEN, table, what + "-" + table.name() + "-" + column)
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE);
    }
}

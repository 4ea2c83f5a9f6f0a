package dev.migratable.runtime.expansion;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.DropNotNull;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.runtime.expansion.PlanContext.Move;
import dev.migratable.runtime.expansion.Transition.Grouped;
import dev.migratable.runtime.expansion.Transition.Kind;
import dev.migratable.runtime.sql.ColumnGroup;
import dev.migratable.runtime.sql.SwapSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.Optional;

/**
 * Enters a column whose type changes under its name into its table's transition: a twin of the new type gets its name
 * before the rollout, for versions that map the old type read and write it without noticing.
 */
final class SwapExpansion {
    private static final String BY_HAND =
            "change it by hand while nobody uses the table, or keep the type; a column that"
                    + " is a key needs the tables that reference it to change along with it";

    private final PlanContext context;
    private final PlanDraft draft;

    SwapExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(Change change, String name, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        Table before = context.before(table);
        Column column = before.column(name).orElseThrow();
        Column after = context.after(table).flatMap(t -> t.column(name)).orElseThrow();
        Optional<String> reason =
                new TwinRefusal(context).whyNot(before, column).or(() -> whyNot(before, column));
        if (reason.isPresent()) {
            draft.refuse(change, reason.get(), BY_HAND);
            return;
        }
        if (context.has(ChangeDefault.class, table, d -> d.column().equals(name))) {
            return; // refused there
        }
        Transition transition = draft.transition(table);
        transition.notes(PlanContext.notes(judged));
        Move move = context.moves(table).stream()
                .filter(m -> m.from().equals(name))
                .findFirst()
                .orElseThrow();
        SwapSql swap = new SwapSql(table, name, move.twin(), move.leaving(), column.defaultValue());
        if (transition.groups().stream().anyMatch(g -> g.swap().equals(Optional.of(swap)))) {
            return; // its type and its collation change
        }
        boolean nullable = column.nullable()
                || context.has(DropNotNull.class, table, d -> d.column().equals(name));
        Column old = column.withNullable(nullable).withDefault(Optional.empty());
        Column twin = old.withName(move.twin()).withType(after.type()).withCollation(after.collation());
        transition.group(new Grouped(Kind.SWAPPED, ColumnGroup.casting(old, twin), Optional.of(swap)));
    }

    private Optional<String> whyNot(Table table, Column column) {
        if (table.options().partitionBy().isPresent()) {
            return Optional.of("the table is partitioned, and no unique index is built on it while clients write");
        }
        ColumnName name = new ColumnName(table.name(), column.name());
        return context.from().sequences().stream()
                .filter(s -> s.ownedBy().equals(Optional.of(name)))
                .findFirst()
                .map(s -> "sequence " + s.name().display() + " belongs to it and would go with the old column");
    }
}

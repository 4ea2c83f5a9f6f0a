package dev.migratable.runtime.expansion;

import dev.migratable.change.RenameColumn;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Conversion;
import dev.migratable.runtime.expansion.Transition.Grouped;
import dev.migratable.runtime.expansion.Transition.Kind;
import dev.migratable.runtime.sql.ColumnGroup;
import dev.migratable.runtime.sql.ColumnGroup.Member;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Enters a renamed column with other values into its table's transition, or refuses what is not told of it. */
final class ConversionExpansion {
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

    private final PlanContext context;
    private final PlanDraft draft;

    ConversionExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(RenameColumn change, ClassifiedChange judged, Column old, Conversion conversion) {
        QualifiedName table = context.present(change.table());
        Column twin = context.after(table).flatMap(t -> t.column(change.to())).orElseThrow();
        if (conversion.backward().isEmpty()) {
            draft.refuse(
                    change,
                    "versions that use " + change.from() + " would not see what newer ones write to " + change.to(),
                    "say the way back with @ConvertUsing(forward = \"…\", backward = \"…\")");
            return;
        }
        ColumnGroup group = conversion.declared()
                ? new ColumnGroup(
                        List.of(new Member(old, conversion.backward().get(), false)),
                        List.of(new Member(twin, conversion.forward(), false)))
                : ColumnGroup.casting(old, twin);
        Optional<GroupRefusal.Reason> reason =
                whyNot(table, old, twin).or(() -> new GroupRefusal(context).whyNot(table, group));
        if (reason.isPresent()) {
            draft.refuse(change, reason.get().fact(), reason.get().wayOut());
            return;
        }
        Transition transition = draft.transition(table);
        transition.notes(PlanContext.notes(judged));
        Kind kind = conversion.declared() ? Kind.CONVERTED : Kind.CAST;
        transition.group(new Grouped(kind, group, Optional.empty()));
    }

    private Optional<GroupRefusal.Reason> whyNot(QualifiedName table, Column old, Column twin) {
        boolean integers = INTEGERS.contains(old.type().name())
                && INTEGERS.contains(twin.type().name());
        boolean refers = context.before(table).foreignKeys().stream()
                .anyMatch(k -> k.columns().contains(old.name()));
        return refers && !integers
                ? Optional.of(new GroupRefusal.Reason(
                        "a foreign key refers from it to a column of the old type",
                        "drop the foreign key in a migration of its own first"))
                : Optional.empty();
    }
}

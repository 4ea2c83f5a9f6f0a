package dev.migratable.runtime.expansion;

import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.RenameColumn;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Conversion;
import dev.migratable.classify.DefaultVolatility;
import dev.migratable.runtime.expansion.Transition.Renamed;
import dev.migratable.runtime.sql.DualWrite.Twin;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.Optional;

/** Enters a renamed column into its table's transition, or refuses what cannot be written under two names. */
final class RenameColumnExpansion extends Expansion<RenameColumn> {
    private static final String BY_HAND =
            "keep the column's name with @Column(name = ...), or rename it by a view with strategy = ALIAS_VIEW";

    RenameColumnExpansion(PlanContext context, PlanDraft draft) {
        super(context, draft);
    }

    @Override
    void expand(RenameColumn change, ClassifiedChange judged) {
        QualifiedName table = context().present(change.table());
        Table before = context().before(table);
        Optional<Column> present = before.column(change.from());
        if (present.isEmpty()) {
            draft().refuse(change, "it is renamed twice", "rename it once, or in two migrations");
            return;
        }
        if (context().declarations().isAliased(table, change.from(), change.to())) {
            new AliasViewExpansion(context(), draft()).expand(change, judged);
            return;
        }
        Optional<String> reason = new TwinRefusal(context())
                .whyNot(before, present.get())
                .or(() -> before.column(change.to()).isPresent()
                        ? Optional.of("column " + change.to() + " is there and renamed as well")
                        : Optional.empty());
        if (reason.isPresent()) {
            draft().refuse(change, reason.get(), BY_HAND);
            return;
        }
        Column old = loosened(table, present.get(), change.to());
        Optional<Conversion> conversion = context().conversion(table, change.to());
        if (conversion.isPresent()) {
            new ConversionExpansion(context(), draft()).expand(change, judged, old, conversion.get());
            return;
        }
        Optional<String> stable = old.defaultValue().filter(d -> DefaultVolatility.of(d) == DefaultVolatility.ONCE);
        Column twin = old.withName(change.to()).withDefault(stable);
        Transition transition = draft().transition(table);
        transition.notes(notes(judged));
        transition.rename(new Renamed(old, twin, Twin.of(old, change.to(), stable)));
    }

    /** What the same migration loosens on the column is done on the old one before the twin copies it. */
    private Column loosened(QualifiedName table, Column column, String present) {
        Column result = column;
        if (context().has(DropNotNull.class, table, d -> d.column().equals(present))) {
            result = result.withNullable(true);
        }
        if (context().conversion(table, present).isEmpty()) {
            for (ChangeColumnType type : context().changes(ChangeColumnType.class, table)) {
                result = type.column().equals(present) ? result.withType(type.to()) : result;
            }
        }
        return result;
    }
}

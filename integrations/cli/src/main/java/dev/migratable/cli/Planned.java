package dev.migratable.cli;

import dev.migratable.change.AddCheck;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropIndex;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a comparison leaves to plan, so that the differ, which has no server to ask there, finds the same changes.
 *
 * @param from the current schema without what is left over
 * @param to the desired model, with what models cannot say of a table (its partitions, exclusion constraints) as it is
 */
record Planned(Schema from, Model to) {

    /** Rejects nulls. */
    Planned {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    static Planned of(Comparison comparison) {
        Schema current = comparison.from().model().schema();
        Model desired = comparison.to().model();
        if (comparison.leftovers().isEmpty()) {
            return new Planned(respelled(current, desired, comparison), desired);
        }
        // What is left over is named as the changes name it: behind the declared renames.
        List<Change> renames = judged(comparison).stream()
                .filter(change -> change instanceof RenameTable || change instanceof RenameColumn)
                .toList();
        List<Change> back = new ArrayList<>();
        renames.forEach(rename -> back.add(0, rename.inverse().orElseThrow()));
        Predicate<Change> unsupported = UnsupportedChange.class::isInstance;
        Schema owned = Change.applyAll(
                Change.applyAll(current, renames),
                comparison.leftovers().stream().filter(unsupported.negate()).toList());
        Schema asIs = desired.schema();
        for (Change change : comparison.leftovers().stream().filter(unsupported).toList()) {
            asIs = beyondModel(asIs, owned, change.table());
        }
        Model model = new Model(asIs, desired.declarations(), desired.contributions());
        return new Planned(respelled(Change.applyAll(owned, back), model, comparison), model);
    }

    private static List<Change> judged(Comparison comparison) {
        return comparison.changes().stream().map(ClassifiedChange::change).toList();
    }

    private static Schema beyondModel(Schema desired, Schema current, QualifiedName name) {
        Table present = current.table(name).orElseThrow();
        return desired.editTable(
                name,
                table -> new Table(
                        name,
                        table.columns(),
                        table.primaryKey(),
                        table.uniqueConstraints(),
                        table.foreignKeys(),
                        table.checkConstraints(),
                        present.exclusionConstraints(),
                        table.indexes(),
                        table.comment(),
                        present.options(),
                        table.settings()));
    }

    /** Takes the desired spelling of expressions that a server called the same. */
    private static Schema respelled(Schema owned, Model desired, Comparison comparison) {
        List<Change> judged = judged(comparison);
        List<Change> spelling = SchemaDiffer.diff(owned, desired).stream()
                .filter(change -> hasExpression(change) && !judged.contains(change))
                .toList();
        if (spelling.isEmpty()) {
            return owned;
        }
        Schema respelled = Change.applyAll(owned, spelling);
        return SchemaDiffer.diff(respelled, desired).equals(judged) ? respelled : owned;
    }

    private static boolean hasExpression(Change change) {
        return change instanceof ChangeDefault
                || change instanceof ChangeGenerated
                || change instanceof AddCheck
                || change instanceof DropCheck
                || change instanceof CreateIndex
                || change instanceof DropIndex;
    }
}

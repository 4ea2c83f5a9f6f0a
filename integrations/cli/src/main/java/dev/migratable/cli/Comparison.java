package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.change.Change;
import dev.migratable.change.CreateTable;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Classifier;
import dev.migratable.diff.OwnedScope;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.normalize.Canonicalizer;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds what differs between two sides, judged.
 *
 * <p>Where a live database is compared with a model, what the model does not speak of and has not retired is none of
 * Migratable's business: it is left over, not a change. Everything else is compared whole.
 *
 * @param from the current side
 * @param to the desired side, with the declarations of the command line
 * @param changes the changes in the order of their dependencies
 * @param leftovers what is in the current side only and stays
 */
record Comparison(Side from, Side to, List<ClassifiedChange> changes, List<Change> leftovers) {

    /** Copies the lists. */
    Comparison {
        changes = List.copyOf(changes);
        leftovers = List.copyOf(leftovers);
    }

    /** Compares two sides. */
    static Comparison of(Side from, Side to) {
        List<Change> all = SchemaDiffer.diff(from.model().schema(), to.model(), canonicalizer(from, to));
        if (!from.live() || to.live()) {
            return new Comparison(from, to, classify(all, from, to), List.of());
        }
        OwnedScope.Result owned = OwnedScope.split(all, to.model());
        return new Comparison(from, to, classify(owned.changes(), from, to), owned.leftovers());
    }

    /** The desired side's types and functions are in the desired database, if it is one. */
    private static Canonicalizer canonicalizer(Side from, Side to) {
        return to.live() ? to.canonicalizer() : from.canonicalizer();
    }

    private static List<ClassifiedChange> classify(List<Change> changes, Side from, Side to) {
        Model desired = to.model();
        Optional<Catalog> catalog = from.catalog();
        return Classifier.classify(
                changes,
                new ClassificationContext(
                        from.model().schema(),
                        desired.schema(),
                        desired.declarations(),
                        catalog.map(Catalog::serverVersion).orElse(ClassificationContext.NEWEST_SERVER),
                        catalog.map(Catalog::fixedUtc).orElse(false),
                        catalog.map(Catalog::rowCounts).orElse(Map.of()),
                        changes.stream()
                                .filter(CreateTable.class::isInstance)
                                .map(Change::table)
                                .collect(Collectors.toSet())));
    }

    /** Returns the changes riskiest first; those of one risk keep their order. */
    List<ClassifiedChange> riskiestFirst() {
        return changes.stream()
                .sorted(Comparator.comparing(ClassifiedChange::risk).reversed())
                .toList();
    }

    /** Returns the current schema without what is left over: what a migration starts from. */
    Schema ownedSchema() {
        // What is left over is named as the changes name it: behind the declared renames.
        List<Change> renames = changes.stream()
                .map(ClassifiedChange::change)
                .filter(change -> change instanceof RenameTable || change instanceof RenameColumn)
                .toList();
        List<Change> back = new ArrayList<>();
        renames.forEach(rename -> back.add(0, rename.inverse().orElseThrow()));
        List<Change> all = new ArrayList<>(renames);
        all.addAll(leftovers);
        all.addAll(back);
        return leftovers.isEmpty()
                ? from.model().schema()
                : Change.applyAll(from.model().schema(), all);
    }
}

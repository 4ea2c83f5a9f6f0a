package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.change.Change;
import dev.migratable.change.CreateTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Classifier;
import dev.migratable.classify.Evidence;
import dev.migratable.diff.OwnedScope;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.normalize.Canonicalizer;
import dev.migratable.schema.Model;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param evidence what a live current side told about the changes
 * @param narrowing what a filter hides; empty where none was given
 */
record Comparison(
        Side from,
        Side to,
        List<ClassifiedChange> changes,
        List<Change> leftovers,
        Evidence evidence,
        Optional<Narrowing> narrowing) {

    /** Copies the lists. */
    Comparison {
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(narrowing, "narrowing");
        changes = List.copyOf(changes);
        leftovers = List.copyOf(leftovers);
    }

    /** Compares two sides. */
    static Comparison of(Side from, Side to) {
        return of(from, to, Optional.empty());
    }

    /** Compares what a filter keeps of two sides. */
    static Comparison of(Narrowing narrowing) {
        return of(narrowing.from(), narrowing.to(), Optional.of(narrowing));
    }

    private static Comparison of(Side from, Side to, Optional<Narrowing> narrowing) {
        OwnedScope.Result differences = differences(from, to);
        Evidence evidence =
                from.probe().apply(differences.changes()).withStatistics(RenameStatistics.of(differences, from, to));
        return new Comparison(
                from,
                to,
                classify(differences.changes(), from, to, evidence),
                differences.leftovers(),
                evidence,
                narrowing);
    }

    /** Compares two sides without judging the changes, for which a live database would be asked about its rows. */
    static OwnedScope.Result differences(Side from, Side to) {
        from.catalog().ifPresent(catalog -> catalog.requireAll(to.model().schema()));
        to.catalog().ifPresent(catalog -> catalog.requireAll(from.model().schema()));
        List<Change> all = SchemaDiffer.diff(from.model().schema(), to.model(), canonicalizer(from, to));
        return !from.live() || to.live() ? new OwnedScope.Result(all, List.of()) : OwnedScope.split(all, to.model());
    }

    /** The desired side's types and functions are in the desired database, if it is one. */
    private static Canonicalizer canonicalizer(Side from, Side to) {
        return to.live() ? to.canonicalizer() : from.canonicalizer();
    }

    private static List<ClassifiedChange> classify(List<Change> changes, Side from, Side to, Evidence evidence) {
        Model desired = to.model();
        Optional<Catalog> catalog = from.catalog();
        return Classifier.classify(
                changes,
                new ClassificationContext(
                        from.model().schema(),
                        desired.schema(),
                        desired.declarations(),
                        serverVersion(from),
                        catalog.map(Catalog::fixedUtc).orElse(false),
                        catalog.map(Catalog::rowCounts).orElse(Map.of()),
                        changes.stream()
                                .filter(CreateTable.class::isInstance)
                                .map(Change::table)
                                .collect(Collectors.toSet()),
                        evidence));
    }

    /** Returns the major version of the server that is to change; where there is none, the newest that is known. */
    int serverVersion() {
        return serverVersion(from);
    }

    private static int serverVersion(Side from) {
        return from.catalog().map(Catalog::serverVersion).orElse(ClassificationContext.NEWEST_SERVER);
    }

    /** Returns the changes riskiest first; those of one risk keep their order. */
    List<ClassifiedChange> riskiestFirst() {
        return riskiestFirst(changes);
    }

    /** Returns changes riskiest first; those of one risk keep their order. */
    static List<ClassifiedChange> riskiestFirst(List<ClassifiedChange> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(ClassifiedChange::risk).reversed())
                .toList();
    }
}

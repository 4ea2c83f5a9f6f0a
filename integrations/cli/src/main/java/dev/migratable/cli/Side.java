package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.change.Change;
import dev.migratable.classify.Evidence;
import dev.migratable.diff.ColumnStatistics;
import dev.migratable.normalize.Canonicalizer;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Model;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One side of a comparison, read.
 *
 * @param place where it was read from, for people
 * @param model what was read
 * @param catalog what else a live database told; empty for files
 * @param canonicalizer decides which expressions are the same; a live database does
 * @param probe asks a live database what changes to it would meet
 * @param statistics asks a live database what ANALYZE found in columns
 */
record Side(
        String place,
        Model model,
        Optional<Catalog> catalog,
        Canonicalizer canonicalizer,
        Function<List<Change>, Evidence> probe,
        Function<List<ColumnName>, Map<ColumnName, ColumnStatistics>> statistics) {

    /** Rejects nulls. */
    Side {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(canonicalizer, "canonicalizer");
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(statistics, "statistics");
    }

    /** Returns what was read from files. */
    static Side offline(String place, Model model) {
        return new Side(
                place, model, Optional.empty(), Canonicalizer.OFFLINE, changes -> Evidence.NONE, columns -> Map.of());
    }

    /** Returns the side with another model, which is asked what this one is asked. */
    Side withModel(Model newModel) {
        return new Side(place, newModel, catalog, canonicalizer, probe, statistics);
    }

    /** Returns whether this is a live database. */
    boolean live() {
        return catalog.isPresent();
    }
}

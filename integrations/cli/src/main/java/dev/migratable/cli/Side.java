package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.change.Change;
import dev.migratable.classify.Evidence;
import dev.migratable.schema.Model;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One side of a comparison, read.
 *
 * @param place where it was read from, for people
 * @param model what was read
 * @param catalog what else a live database told; empty for files
 * @param probe asks a live database what changes to it would meet
 */
record Side(String place, Model model, Optional<Catalog> catalog, Function<List<Change>, Evidence> probe) {

    /** Rejects nulls. */
    Side {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(probe, "probe");
    }

    /** Holds a side that is not asked further. */
    Side(String place, Model model, Optional<Catalog> catalog) {
        this(place, model, catalog, changes -> Evidence.NONE);
    }

    /** Returns whether this is a live database. */
    boolean live() {
        return catalog.isPresent();
    }
}

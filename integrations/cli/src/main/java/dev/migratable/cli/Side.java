package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.schema.Model;
import java.util.Objects;
import java.util.Optional;

/**
 * One side of a comparison, read.
 *
 * @param place where it was read from, for people
 * @param model what was read
 * @param catalog what else a live database told; empty for files
 */
record Side(String place, Model model, Optional<Catalog> catalog) {

    /** Rejects nulls. */
    Side {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(catalog, "catalog");
    }

    /** Returns whether this is a live database. */
    boolean live() {
        return catalog.isPresent();
    }
}

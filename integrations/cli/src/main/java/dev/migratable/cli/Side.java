package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.normalize.Canonicalizer;
import dev.migratable.schema.Model;
import java.util.Objects;
import java.util.Optional;

/**
 * One side of a comparison, read.
 *
 * @param place where it was read from, for people
 * @param model what was read
 * @param catalog what else a live database told; empty for files
 * @param canonicalizer decides which expressions are the same; a live database does
 */
record Side(String place, Model model, Optional<Catalog> catalog, Canonicalizer canonicalizer) {

    /** Rejects nulls. */
    Side {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(catalog, "catalog");
        Objects.requireNonNull(canonicalizer, "canonicalizer");
    }

    /** Returns what was read from files. */
    static Side offline(String place, Model model) {
        return new Side(place, model, Optional.empty(), Canonicalizer.OFFLINE);
    }

    /** Returns whether this is a live database. */
    boolean live() {
        return catalog.isPresent();
    }
}

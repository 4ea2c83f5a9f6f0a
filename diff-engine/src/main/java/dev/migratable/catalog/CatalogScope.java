package dev.migratable.catalog;

import dev.migratable.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Says which part of a database is read. Names are raw, as the catalog holds them. An empty list means that nothing is
 * read; an absent one, that there is no restriction.
 *
 * @param schemas only objects of these schemas
 * @param tables only these tables, the sequences they own, the enum types of their columns, and sequences and enum types of
 *     these names
 */
public record CatalogScope(Optional<List<String>> schemas, Optional<List<QualifiedName>> tables) {

    /** Sorts. */
    public CatalogScope {
        schemas = schemas.map(names -> names.stream().sorted().distinct().toList());
        tables = tables.map(names -> names.stream().sorted().distinct().toList());
    }

    /** Everything but what is never read; see {@link CatalogInspector}. */
    public static CatalogScope all() {
        return new CatalogScope(Optional.empty(), Optional.empty());
    }

    /** The objects of some schemas. */
    public static CatalogScope ofSchemas(Collection<String> schemas) {
        return new CatalogScope(Optional.of(List.copyOf(schemas)), Optional.empty());
    }

    /** Some tables and sequences. */
    public static CatalogScope ofTables(Collection<QualifiedName> tables) {
        return new CatalogScope(Optional.empty(), Optional.of(List.copyOf(tables)));
    }
}

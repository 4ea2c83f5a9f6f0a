package dev.migratable.cli;

import dev.migratable.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides which tables, sequences and enum types a command speaks of.
 *
 * @param schemas the patterns of schemas to keep; all where there is none
 * @param tables the patterns of tables to keep; all where there is none
 * @param excluded the patterns of what to hide, which win
 */
record ObjectFilter(List<NamePattern> schemas, List<NamePattern> tables, List<NamePattern> excluded) {

    /** Copies the lists. */
    ObjectFilter {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        excluded = List.copyOf(excluded);
    }

    /** Returns whether this keeps everything. */
    boolean isEmpty() {
        return schemas.isEmpty() && tables.isEmpty() && excluded.isEmpty();
    }

    /**
     * Returns whether an object is kept.
     *
     * @param names its name, or both names of one that is renamed: either may be meant
     */
    boolean keeps(Collection<QualifiedName> names) {
        return (schemas.isEmpty() || anyMatches(schemas, names))
                && (tables.isEmpty() || anyMatches(tables, names))
                && !anyMatches(excluded, names);
    }

    private static boolean anyMatches(List<NamePattern> patterns, Collection<QualifiedName> names) {
        return patterns.stream().anyMatch(pattern -> names.stream().anyMatch(pattern::matches));
    }

    /**
     * Makes sure that every pattern matches something, so that a misspelt one does not pass for "no differences". One
     * that hides is warned about only: what it names may be in some databases and not in others.
     */
    void check(Collection<QualifiedName> objects, Shell shell) {
        Stream.concat(schemas.stream(), tables.stream())
                .filter(pattern -> objects.stream().noneMatch(pattern::matches))
                .findFirst()
                .ifPresent(pattern -> {
                    throw pattern.unmatched(objects);
                });
        excluded.stream()
                .filter(pattern -> objects.stream().noneMatch(pattern::matches))
                .forEach(pattern -> shell.err()
                        .println("warning: " + pattern.unmatched(objects).line()));
    }
}

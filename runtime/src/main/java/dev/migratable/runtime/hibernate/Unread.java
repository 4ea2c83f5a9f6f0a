package dev.migratable.runtime.hibernate;

import dev.migratable.normalize.OptionReader;
import dev.migratable.normalize.UnreadOptionException;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/** Collects what of a mapping no schema can say, so that one run names all of it. For one read. */
final class Unread {

    private final List<String> facts = new ArrayList<>();

    void add(QualifiedName table, String fact) {
        facts.add(table.display() + ": " + fact);
    }

    void add(QualifiedName table, Column column, String fact) {
        facts.add(table.display() + "." + column.getName() + ": " + fact);
    }

    void add(String fact) {
        facts.add(fact);
    }

    /** Adds a free text of the mapping, where it is given. */
    void addIfGiven(QualifiedName place, String what, Optional<String> text) {
        text.filter(t -> !t.isBlank()).ifPresent(t -> add(place, what + " '" + t + "' is not read"));
    }

    /**
     * Returns a definition with the options that Hibernate writes behind it; without them where they are not read, which is
     * added.
     */
    <T> T withOptions(QualifiedName place, String what, @Nullable String options, T plain, OptionReader<T> reader) {
        if (options == null || options.isBlank()) {
            return plain;
        }
        try {
            return reader.read(plain, options);
        } catch (UnreadOptionException e) {
            add(place, e.fact(what));
            return plain;
        }
    }

    /** Throws {@code HIB03} where anything was added. */
    void check() {
        if (!facts.isEmpty()) {
            throw new MigratableException(
                    "HIB03",
                    String.join("; ", facts) + ". Map it without these, and bring them in by a changelog of your own.");
        }
    }
}

package dev.migratable.runtime.hibernate;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.mapping.Column;

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

    /** Throws {@code HIB03} where anything was added. */
    void check() {
        if (!facts.isEmpty()) {
            throw new MigratableException(
                    "HIB03",
                    String.join("; ", facts) + ". Map it without these, and bring them in by a changelog of your own.");
        }
    }
}

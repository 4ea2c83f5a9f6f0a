package dev.migratable.runtime.execute;

import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a migration gave up and kept.
 *
 * @param kind what it is
 * @param relation the table, sequence or type; of a column, its table
 * @param column the column's raw name; empty for anything else
 * @param migration the migration that parked it; empty where no record says so
 * @param parkedAt when, as Liquibase noted it in the local time of who ran it; empty where no record says so
 * @param goesWith what the server drops together with it
 * @param reasons why it is not purged; empty where it is
 */
public record Parked(
        Kind kind,
        QualifiedName relation,
        Optional<String> column,
        String migration,
        String parkedAt,
        List<String> goesWith,
        List<String> reasons) {

    /** What can be parked. */
    public enum Kind {
        /** A column, renamed within its table. */
        COLUMN,
        /** A table, moved to the schema of parked things. */
        TABLE,
        /** A sequence, moved there. */
        SEQUENCE,
        /** An enum type or a composite type, moved there. */
        TYPE
    }

    /** Copies the lists. */
    public Parked {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(parkedAt, "parkedAt");
        goesWith = List.copyOf(goesWith);
        reasons = List.copyOf(reasons);
    }

    /** Returns its name for people: {@code customer.email__parked_0002}. */
    public String name() {
        return column.map(c -> relation.display() + "." + c).orElse(relation.display());
    }

    Parked with(List<String> newGoesWith, List<String> newReasons) {
        return new Parked(kind, relation, column, migration, parkedAt, newGoesWith, newReasons);
    }
}

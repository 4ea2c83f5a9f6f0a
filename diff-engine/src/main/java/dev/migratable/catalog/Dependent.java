package dev.migratable.catalog;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in a live database that no model owns and that hangs on a table or sequence: to change or drop that may break it,
 * be refused because of it, or lose it.
 *
 * @param kind what it is
 * @param name its name as SQL writes it, with the schema; for a {@link Kind#PRIVILEGE} the role that has it, for a
 *     {@link Kind#SETTING} the setting
 * @param table the table, or sequence, it hangs on
 * @param column the column it hangs on; empty where it is the table as a whole
 * @param detail more about it as the server prints it; may be empty
 */
public record Dependent(Kind kind, String name, QualifiedName table, Optional<String> column, String detail)
        implements Comparable<Dependent> {

    /** The kinds of things. */
    public enum Kind {
        /** A view, directly or through other views; its columns are known only of a direct one. */
        VIEW("view"),
        /** A materialized view, likewise. */
        MATERIALIZED_VIEW("materialized view"),
        /** A rewrite rule other than a view's. */
        RULE("rule"),
        /** A trigger of the table. */
        TRIGGER("trigger"),
        /** A row level security policy, of this table or one that reads it. */
        POLICY("policy"),
        /** A function whose body PostgreSQL understands (BEGIN ATOMIC), or that takes or gives the table's rows. */
        FUNCTION("function"),
        /** A column of another table that holds rows of this one. */
        COLUMN("column"),
        /** A publication for logical replication. */
        PUBLICATION("publication"),
        /** Extended statistics. */
        STATISTICS("statistics"),
        /** What a role other than the owner may do. */
        PRIVILEGE("privilege"),
        /** A child by inheritance, or a foreign table that is a partition. */
        CHILD("child"),
        /** A foreign key from a table that was not read. */
        FOREIGN_KEY("foreign key"),
        /** A property of the table, a column, an index or a constraint for which the model has no word. */
        SETTING("setting");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the name for people. */
        public String words() {
            return words;
        }

        static Kind of(String words) {
            for (Kind kind : values()) {
                if (kind.words.equals(words)) {
                    return kind;
                }
            }
            throw new IllegalStateException("dependents.sql gives something of kind " + words);
        }
    }

    private static final Comparator<Dependent> ORDER = Comparator.comparing(Dependent::table)
            .thenComparing(Dependent::kind)
            .thenComparing(Dependent::name)
            .thenComparing(d -> d.column().orElse(""))
            .thenComparing(Dependent::detail);

    /** Rejects nulls. */
    public Dependent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(detail, "detail");
    }

    /** Returns it in one line for people: {@code view public.report of customer.email}. */
    public String display() {
        String place = column.map(c -> new ColumnName(table, c).display()).orElse(table.display());
        return kind.words() + " " + name + " of " + place + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    @Override
    public int compareTo(Dependent other) {
        return ORDER.compare(this, other);
    }
}

package dev.migratable.runtime.sql;

import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the triggers of one table in transition keep in step.
 *
 * @param table the table
 * @param number the migration's number, part of the names of triggers and function
 * @param twins pairs of columns that follow each other
 * @param groups columns that are made of each other
 * @param fills columns that get a value where a statement leaves them NULL
 */
public record DualWrite(
        QualifiedName table, String number, List<Twin> twins, List<ColumnGroup> groups, List<Fill> fills) {
    /** Types whose equality is identity; {@code 1.0 = 1.00} and {@code interval '1 mon' = '30 days'} are not. */
    private static final Set<String> EXACT = Set.of(
            "smallint",
            "integer",
            "bigint",
            "boolean",
            "text",
            "character varying",
            "uuid",
            "date",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "bytea",
            "oid");

    /** Copies the lists and rejects nothing to do. */
    public DualWrite {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(number, "number");
        twins = List.copyOf(twins);
        groups = List.copyOf(groups);
        fills = List.copyOf(fills);
        if (twins.isEmpty() && groups.isEmpty() && fills.isEmpty()) {
            throw new IllegalArgumentException("nothing to keep in step in " + table);
        }
    }

    /**
     * A column under its former and its present name.
     *
     * @param from the former name
     * @param to the present name
     * @param type the type of both
     * @param defaultValue the default of both while both are written; empty where there is none or it is volatile
     * @param collated whether a collation of its own makes equal values that are not identical possible
     */
    public record Twin(String from, String to, SqlType type, Optional<String> defaultValue, boolean collated) {
        /** Rejects nulls. */
        public Twin {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(defaultValue, "defaultValue");
        }

        /** Returns the twin of a column. */
        public static Twin of(Column column, String to, Optional<String> defaultValue) {
            boolean collated = column.collation().isPresent();
            return new Twin(column.name(), to, column.type(), defaultValue, collated);
        }

        /** Returns the condition that is true where two values of the column's type are not the same to the last byte. */
        String differs(String one, String other) {
            return Sql.differs(exact(), one, other);
        }

        /** Returns whether {@code IS DISTINCT FROM} tells every difference between two values. */
        public boolean exact() {
            return isExact(type) && !collated;
        }
    }

    /**
     * A column that gets a value where a statement leaves it NULL.
     *
     * @param column the column
     * @param expression SQL expression over the row's columns
     */
    public record Fill(String column, String expression) {
        /** Rejects nulls. */
        public Fill {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(expression, "expression");
        }
    }

    /** Returns whether equal values of a type are identical, under the default collation. */
    static boolean isExact(SqlType type) {
        return EXACT.contains(type.name()) && !type.isArray();
    }

    /** Returns whether columns follow each other, and not only get what they lack. */
    boolean hasFollowers() {
        return !twins.isEmpty() || !groups.isEmpty();
    }

    /** Returns the name of the trigger function, in the schema of our own. */
    public QualifiedName function() {
        String head = table.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                ? table.name()
                : table.schema() + "_" + table.name();
        return new QualifiedName(BookkeepingSql.SCHEMA, Identifiers.fit(head, "_" + number));
    }

    /** Returns the name of the INSERT trigger; a tilde sorts behind every letter, so that it fires last. */
    public String insertTrigger() {
        return "~migratable_" + number + "_insert";
    }

    /** Returns the name of the UPDATE trigger. */
    public String updateTrigger() {
        return "~migratable_" + number + "_update";
    }
}

package dev.migratable.catalog;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found in a live database.
 *
 * @param schema its tables, sequences and enum types, parked ones left out
 * @param serverVersion PostgreSQL's major version
 * @param rowCounts estimated rows by table, sorted; a table of which nothing is known is missing
 * @param fixedUtc whether the session's {@code TimeZone} has a fixed offset of zero; false where that is not certain
 * @param parkedColumns columns that a contract renamed out of the way and that wait for their purge
 * @param parkedTables tables in the schema {@code migratable_parked}, whatever the scope was
 * @param dependents what hangs on its tables and is no part of the schema
 * @param strangers tables that were left out, each with its owner: the connecting role can neither act for that one nor has
 *     it any privilege on the table
 */
public record Catalog(
        Schema schema,
        int serverVersion,
        Map<QualifiedName, Long> rowCounts,
        boolean fixedUtc,
        List<ColumnName> parkedColumns,
        List<QualifiedName> parkedTables,
        List<Dependent> dependents,
        Map<QualifiedName, String> strangers) {

    /** Copies and sorts. */
    public Catalog {
        Objects.requireNonNull(schema, "schema");
        rowCounts = Collections.unmodifiableMap(new TreeMap<>(rowCounts));
        parkedColumns = parkedColumns.stream().sorted().toList();
        parkedTables = parkedTables.stream().sorted().toList();
        dependents = dependents.stream().sorted().toList();
        strangers = Collections.unmodifiableMap(new TreeMap<>(strangers));
    }

    /**
     * Demands that what was left out is none of a schema's tables, which would then seem to be missing.
     *
     * @throws MigratableException {@code CAT05} where one is; the message names table and owner
     */
    public void requireAll(Schema wanted) {
        for (Table table : wanted.tables()) {
            String owner = strangers.get(table.name());
            if (owner != null) {
                throw new MigratableException(
                        "CAT05",
                        "the table " + table.name().display() + " is there and belongs to the role " + owner
                                + ", and the connecting role has no privilege on it. Connect as " + owner
                                + ", or grant its role to the connecting one.");
            }
        }
    }

    /** Returns what hangs on a table as a whole or on one of its columns. */
    public List<Dependent> dependents(QualifiedName table) {
        return dependents.stream().filter(d -> d.table().equals(table)).toList();
    }

    /** Returns what hangs on a column. */
    public List<Dependent> dependents(ColumnName column) {
        return dependents.stream()
                .filter(d -> d.table().equals(column.table()) && d.column().equals(Optional.of(column.column())))
                .toList();
    }
}

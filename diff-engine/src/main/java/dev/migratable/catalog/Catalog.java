package dev.migratable.catalog;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found in a live database.
 *
 * @param schema its tables and sequences, parked ones left out
 * @param serverVersion PostgreSQL's major version
 * @param rowCounts estimated rows by table, sorted; a table of which nothing is known is missing
 * @param fixedUtc whether the session's {@code TimeZone} has a fixed offset of zero; false where that is not certain
 * @param parkedColumns columns that a contract renamed out of the way and that wait for their purge
 * @param parkedTables tables in the schema {@code migratable_parked}, whatever the scope was
 * @param dependents what hangs on its tables and is no part of the schema
 */
public record Catalog(
        Schema schema,
        int serverVersion,
        Map<QualifiedName, Long> rowCounts,
        boolean fixedUtc,
        List<ColumnName> parkedColumns,
        List<QualifiedName> parkedTables,
        List<Dependent> dependents) {

    /** Copies and sorts. */
    public Catalog {
        Objects.requireNonNull(schema, "schema");
        rowCounts = Collections.unmodifiableMap(new TreeMap<>(rowCounts));
        parkedColumns = parkedColumns.stream().sorted().toList();
        parkedTables = parkedTables.stream().sorted().toList();
        dependents = dependents.stream().sorted().toList();
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

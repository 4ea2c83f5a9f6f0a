package dev.migratable.catalog;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 */
public record Catalog(
        Schema schema,
        int serverVersion,
        Map<QualifiedName, Long> rowCounts,
        boolean fixedUtc,
        List<ColumnName> parkedColumns,
        List<QualifiedName> parkedTables) {

    /** Copies and sorts. */
    public Catalog {
        Objects.requireNonNull(schema, "schema");
        rowCounts = Collections.unmodifiableMap(new TreeMap<>(rowCounts));
        parkedColumns = parkedColumns.stream().sorted().toList();
        parkedTables = parkedTables.stream().sorted().toList();
    }
}

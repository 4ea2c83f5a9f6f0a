package dev.migratable.catalog;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import java.sql.Array;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs all queries of one inspection and puts their rows together. For one use, within one transaction. */
final class SchemaInspector {

    /** Older servers lack what the queries ask for. */
    private static final int OLDEST_SERVER = 13;

    private static final int COMPRESSION_SINCE = 14;

    private final CatalogQuery query;
    private final CatalogScope scope;
    private final Map<Long, TableDraft> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, Long> rowCounts = new TreeMap<>();
    private final List<ColumnName> parkedColumns = new ArrayList<>();
    private int serverVersion;
    private boolean fixedUtc;

    SchemaInspector(CatalogQuery query, CatalogScope scope) {
        this.query = query;
        this.scope = scope;
    }

    Catalog inspect() throws SQLException {
        query.each("environment", this::environment);
        query.each("tables", this::table, scopeParameters());
        Array oids = query.numbers(tables.keySet());
        query.each("columns", this::column, oids);
        query.each("constraints", row -> ConstraintInspector.add(row, tableOf(row)), oids);
        indexes(oids);
        List<Sequence> sequences = new ArrayList<>();
        query.each("sequences", row -> sequences.add(SequenceInspector.sequence(row)), scopeParameters());
        List<QualifiedName> parkedTables = new ArrayList<>();
        query.each(
                "parked_tables", row -> parkedTables.add(new QualifiedName(row.text("nspname"), row.text("relname"))));
        List<Dependent> dependents = dependents(oids);
        Schema schema =
                new Schema(tables.values().stream().map(TableDraft::finish).toList(), sequences);
        return new Catalog(schema, serverVersion, rowCounts, fixedUtc, parkedColumns, parkedTables, dependents);
    }

    private Object[] scopeParameters() throws SQLException {
        List<QualifiedName> names = scope.tables().orElse(List.of());
        return new Object[] {
            scope.schemas().isEmpty(),
            query.texts(scope.schemas().orElse(List.of())),
            scope.tables().isEmpty(),
            query.texts(names.stream().map(QualifiedName::schema).toList()),
            query.texts(names.stream().map(QualifiedName::name).toList())
        };
    }

    private void environment(Row row) throws SQLException {
        serverVersion = Math.toIntExact(row.number("major_version"));
        if (serverVersion < OLDEST_SERVER) {
            throw new MigratableException(
                    "CAT03",
                    "the server is PostgreSQL " + row.text("version_text") + ", older than " + OLDEST_SERVER
                            + ". Upgrade it to a supported version.");
        }
        fixedUtc = hasFixedOffsetOfZero(row.text("time_zone"));
    }

    /**
     * Returns whether a zone is UTC at all times. PostgreSQL's names are those of the IANA database, as Java's are;
     * what Java does not know (POSIX zones, lower case) is not taken for UTC, which at worst announces a rewrite too
     * many.
     */
    private static boolean hasFixedOffsetOfZero(String zone) {
        try {
            ZoneRules rules = ZoneId.of(zone).getRules();
            return rules.isFixedOffset() && rules.getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return false; // not a name Java knows, hence not certainly UTC
        }
    }

    private void table(Row row) throws SQLException {
        TableDraft table = new TableDraft(row);
        tables.put(row.number("oid"), table);
        Optional<Long> rows = row.optionalNumber("row_estimate");
        rows.ifPresent(count -> rowCounts.put(table.name, count));
    }

    private void column(Row row) throws SQLException {
        TableDraft table = tableOf(row);
        if (row.flag("parked")) {
            parkedColumns.add(new ColumnName(table.name, row.text("attname")));
        } else {
            table.columns.add(ColumnInspector.column(row));
        }
    }

    private void indexes(Array oids) throws SQLException {
        Map<Long, IndexDraft> drafts = new LinkedHashMap<>();
        Map<TableDraft, Collection<IndexDraft>> ofTable = new LinkedHashMap<>();
        query.each(
                "indexes",
                row -> {
                    long oid = row.number("index_oid");
                    IndexDraft draft = drafts.get(oid);
                    if (draft == null) {
                        draft = new IndexDraft(row);
                        drafts.put(oid, draft);
                        ofTable.computeIfAbsent(tableOf(row), t -> new ArrayList<>())
                                .add(draft);
                    }
                    draft.add(row);
                },
                oids);
        ofTable.forEach((table, indexes) -> indexes.forEach(index -> table.indexes.add(index.finish())));
    }

    private List<Dependent> dependents(Array oids) throws SQLException {
        List<Dependent> dependents = new ArrayList<>();
        query.each(
                "dependents",
                row -> dependents.add(new Dependent(
                        Dependent.Kind.of(row.text("kind")),
                        row.text("name"),
                        tableOf(row).name,
                        row.optional("column_name"),
                        row.text("detail"))),
                oids);
        CatalogQuery.RowConsumer setting = row -> dependents.add(new Dependent(
                Dependent.Kind.SETTING, row.text("name"), tableOf(row).name, row.optional("column_name"), ""));
        query.each("settings", setting, oids);
        if (serverVersion >= COMPRESSION_SINCE) {
            query.each("compression", setting, oids);
        }
        return dependents;
    }

    private TableDraft tableOf(Row row) throws SQLException {
        long oid = row.number("table_oid");
        TableDraft table = tables.get(oid);
        if (table == null) {
            throw new IllegalStateException("a catalog query gives a row of a table it was not asked for: " + oid);
        }
        return table;
    }
}

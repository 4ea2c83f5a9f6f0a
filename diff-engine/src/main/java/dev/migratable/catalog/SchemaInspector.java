package dev.migratable.catalog;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SqlType;
import java.sql.Array;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs all queries of one inspection and puts their rows together. For one use, within one transaction. */
final class SchemaInspector {

    /** Older servers lack what the queries ask for. */
    private static final int OLDEST_SERVER = 13;

    private final CatalogQuery query;
    private final CatalogScope scope;
    private final Map<Long, TableDraft> tables = new LinkedHashMap<>();
    private final Map<QualifiedName, Long> rowCounts = new TreeMap<>();
    private final Map<QualifiedName, String> strangers = new TreeMap<>();
    private final CatalogNames names = new CatalogNames();
    private final ColumnInspector columns = new ColumnInspector(names);
    private final List<ColumnName> parkedColumns = new ArrayList<>();
    private final List<Long> parkedTableOids = new ArrayList<>();
    private final List<Long> parkedNumbers = new ArrayList<>();
    private final List<Dependent> dependents = new ArrayList<>();
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
        query.each("names", names::add);
        query.each("columns", this::column, oids);
        ConstraintInspector constraints = new ConstraintInspector(tables);
        query.each("constraints", row -> constraints.add(row, tableOf(row)), oids);
        indexes(oids);
        List<Sequence> sequences = new ArrayList<>();
        query.each("sequences", row -> sequences.add(sequence(row)), scopeParameters());
        List<QualifiedName> parkedTables = new ArrayList<>();
        List<EnumType> enumTypes = new ArrayList<>();
        List<CompositeType> compositeTypes = new ArrayList<>();
        query.each(
                "beside_tables",
                row -> besideTables(row, parkedTables, enumTypes, compositeTypes),
                scopeParametersAnd(oids));
        dependents(oids);
        Schema schema = new Schema(
                tables.values().stream().map(TableDraft::finish).toList(), sequences, enumTypes, compositeTypes);
        return new Catalog(
                schema, serverVersion, rowCounts, fixedUtc, parkedColumns, parkedTables, dependents, strangers);
    }

    private static void besideTables(
            Row row, List<QualifiedName> parkedTables, List<EnumType> enumTypes, List<CompositeType> compositeTypes)
            throws SQLException {
        QualifiedName name = new QualifiedName(row.text("nspname"), row.text("name"));
        Optional<List<String>> labels = row.optionalTexts("labels");
        if (labels.isPresent()) {
            enumTypes.add(new EnumType(name, labels.get()));
        } else if (row.flag("is_composite")) {
            compositeTypes.add(new CompositeType(name, attributes(row)));
        } else {
            parkedTables.add(name);
        }
    }

    private static List<CompositeAttribute> attributes(Row row) throws SQLException {
        List<String> names = row.texts("attribute_names");
        List<String> types = row.texts("attribute_types");
        List<String> collations = row.texts("attribute_collations");
        List<CompositeAttribute> attributes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            attributes.add(new CompositeAttribute(
                    names.get(i),
                    SqlType.parse(types.get(i)),
                    Optional.of(collations.get(i)).filter(collation -> !collation.isEmpty())));
        }
        return attributes;
    }

    private Object[] scopeParametersAnd(Array oids) throws SQLException {
        return Stream.concat(Stream.of(scopeParameters()), Stream.of(oids)).toArray();
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
        Optional<String> stranger = row.optional("stranger");
        if (stranger.isPresent()) {
            strangers.put(new QualifiedName(row.text("nspname"), row.text("relname")), stranger.get());
            return;
        }
        TableDraft table = new TableDraft(row);
        tables.put(row.number("oid"), table);
        Optional<Long> rows = row.optionalNumber("row_estimate");
        rows.ifPresent(count -> rowCounts.put(table.name, count));
    }

    private void column(Row row) throws SQLException {
        TableDraft table = tableOf(row);
        long number = row.number("attnum");
        NumberedColumn numbered = columns.numbered(row);
        table.number(Math.toIntExact(number), numbered);
        if (numbered.parked()) {
            parkedColumns.add(new ColumnName(table.name, numbered.name()));
            parkedTableOids.add(row.number("table_oid"));
            parkedNumbers.add(number);
        } else {
            table.columns.add(columns.column(row));
        }
    }

    private void indexes(Array oids) throws SQLException {
        IndexInspector indexes = new IndexInspector(names);
        query.each(
                "indexes",
                row -> {
                    TableDraft table = tableOf(row);
                    table.indexes.add(indexes.index(row, table));
                },
                oids,
                query.numbers(parkedTableOids),
                query.numbers(parkedNumbers));
    }

    private Sequence sequence(Row row) throws SQLException {
        Sequence sequence = SequenceInspector.sequence(row);
        for (String grant : row.optionalTexts("grants").orElse(List.of())) {
            int end = grant.lastIndexOf('\n');
            dependents.add(new Dependent(
                    Dependent.Kind.PRIVILEGE,
                    grant.substring(0, end),
                    sequence.name(),
                    Optional.empty(),
                    grant.substring(end + 1)));
        }
        return sequence;
    }

    private void dependents(Array oids) throws SQLException {
        query.each(
                "dependents",
                row -> dependents.add(new Dependent(
                        Dependent.Kind.of(row.text("kind")),
                        row.text("name"),
                        tableOf(row).name,
                        row.optional("column_name"),
                        row.text("detail"))),
                oids);
        query.each("settings", this::setting, oids);
    }

    private void setting(Row row) throws SQLException {
        TableDraft table = tableOf(row);
        String facet = row.text("facet");
        if (facet.isEmpty()) {
            dependents.add(new Dependent(
                    Dependent.Kind.SETTING, row.text("name"), table.name, row.optional("column_name"), ""));
        } else {
            table.settings.add(facet, row.text("object"), row.text("name"));
        }
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

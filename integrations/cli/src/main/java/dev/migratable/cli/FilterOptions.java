package dev.migratable.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Narrows a command to some of the schemas and tables. */
final class FilterOptions {

    private static final String SCHEMA = "--schema";
    private static final String EXCLUDE_SCHEMA = "--exclude-schema";
    private static final String TABLE = "--table";
    private static final String EXCLUDE_TABLE = "--exclude-table";

    @Option(
            names = SCHEMA,
            paramLabel = "PATTERN",
            description = "Only schemas of such a name; * and ? are wildcards. May be given several times.")
    private List<String> schemas = new ArrayList<>();

    @Option(
            names = EXCLUDE_SCHEMA,
            paramLabel = "PATTERN",
            description = "No schemas of such a name. May be given several times.")
    private List<String> excludedSchemas = new ArrayList<>();

    @Option(
            names = TABLE,
            paramLabel = "PATTERN",
            description = "Only tables, sequences and types of such a name: customer, shop.*, '*.audit_*'. May be given"
                    + " several times.")
    private List<String> tables = new ArrayList<>();

    @Option(
            names = EXCLUDE_TABLE,
            paramLabel = "PATTERN",
            description = "No tables, sequences and types of such a name. May be given several times.")
    private List<String> excludedTables = new ArrayList<>();

    /**
     * Reads the patterns.
     *
     * @throws dev.migratable.schema.MigratableException where one is of another form
     */
    ObjectFilter read() {
        return new ObjectFilter(
                schemas.stream()
                        .map(text -> NamePattern.ofSchemas(SCHEMA, text))
                        .toList(),
                tables.stream().map(text -> NamePattern.ofTables(TABLE, text)).toList(),
                Stream.concat(
                                excludedSchemas.stream().map(text -> NamePattern.ofSchemas(EXCLUDE_SCHEMA, text)),
                                excludedTables.stream().map(text -> NamePattern.ofTables(EXCLUDE_TABLE, text)))
                        .toList());
    }
}

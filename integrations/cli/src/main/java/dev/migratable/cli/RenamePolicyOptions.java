package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.schema.Declarations;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Says from how many rows on a renamed column is not filled as a second one. */
final class RenamePolicyOptions {

    @Option(
            names = "--rename-by-view-beyond",
            paramLabel = "ROWS",
            description = "Has a view show renamed columns of tables with more rows than this under both names until"
                    + " the contract.")
    private Optional<Long> beyond = Optional.empty();

    @Option(
            names = "--rows-of",
            paramLabel = "JDBC",
            description = "The database whose statistics say how many rows tables have; a live --from unless said.")
    private Optional<String> rowsOf = Optional.empty();

    /** Returns the declarations with the strategies that are chosen. */
    Declarations apply(Declarations declared, Side from, SourceReader reader, Shell shell) {
        if (beyond.isEmpty()) {
            rowsOf.ifPresent(url -> {
                throw CliError.DECLARATION.at(
                        "--rows-of " + url, "nothing asks for rows", "Add --rename-by-view-beyond, or leave it out");
            });
            return declared;
        }
        long rows = beyond.get();
        Optional<Catalog> catalog = rowsOf.map(reader::read).orElse(from).catalog();
        return RenamePolicy.apply(
                declared,
                from.model().schema(),
                catalog.orElseThrow(() -> CliError.DECLARATION.at(
                                "--rename-by-view-beyond " + rows,
                                (rowsOf.isPresent() ? "--rows-of" : "--from")
                                        + " is no live database, so how many rows tables have is not known",
                                "Name one whose statistics tell, by --rows-of"))
                        .rowCounts(),
                rows,
                note -> shell.err().println("note: " + note));
    }
}

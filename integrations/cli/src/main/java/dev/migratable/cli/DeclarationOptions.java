package dev.migratable.cli;

import dev.migratable.schema.Declarations;
import dev.migratable.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Declares what the desired side does not say itself: how one schema comes from the other. */
final class DeclarationOptions {

    @Option(
            names = "--rename",
            paramLabel = "TABLE.OLD=NEW",
            description = "Declares a column renamed; TABLE=NEW_TABLE a table. May be given several times.")
    private List<String> renames = new ArrayList<>();

    @Option(
            names = "--rename-by-view",
            paramLabel = "TABLE.OLD=NEW",
            description = "Declares a column renamed, and has a view show it under both names until the contract."
                    + " May be given several times.")
    private List<String> aliases = new ArrayList<>();

    @Option(
            names = "--retire",
            paramLabel = "TABLE[.COLUMN]",
            description = "Gives a column, or a table, up with its data. May be given several times.")
    private List<String> retirements = new ArrayList<>();

    @Option(
            names = "--backfill",
            paramLabel = "TABLE.COLUMN=SQL",
            description = "Says by an SQL expression what existing rows get. May be given several times.")
    private List<String> backfills = new ArrayList<>();

    @Option(
            names = "--accept-risk",
            paramLabel = "TABLE[.COLUMN]=RULE:REASON",
            description = "Accepts what a rule finds at a table or column, and says why. May be given several times.")
    private List<String> acceptances = new ArrayList<>();

    /**
     * Reads the declarations.
     *
     * @throws dev.migratable.schema.MigratableException where one names no table or column of the two schemas
     */
    Declarations read(Schema from, Schema to, Declarations declared) {
        return new DeclarationReader(from, to, declared).read(renames, aliases, retirements, backfills, acceptances);
    }
}

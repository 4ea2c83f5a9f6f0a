package dev.migratable.cli;

import dev.migratable.schema.Model;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the desired side of a comparison and what is declared about it. */
final class ComparisonOptions {

    @Option(names = "--to", paramLabel = "SOURCE", required = true, description = "The desired schema.")
    private String to = "";

    @Mixin
    private final DeclarationOptions declarations = new DeclarationOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final HibernateOptions hibernate = new HibernateOptions();

    /** Reads the desired side and compares. */
    Comparison compare(Side from, Shell shell) {
        Side desired = reader(shell).read(to);
        Model model = desired.model();
        Model declared =
                model.withDeclarations(declarations.read(from.model().schema(), model.schema(), model.declarations()));
        return Comparison.of(from, new Side(desired.place(), declared, desired.catalog(), desired.canonicalizer()));
    }

    /** Returns the reader of the other side. */
    SourceReader reader(Shell shell) {
        return new SourceReader(connection, hibernate, shell);
    }
}

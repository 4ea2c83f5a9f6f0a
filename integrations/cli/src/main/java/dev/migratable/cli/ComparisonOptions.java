package dev.migratable.cli;

import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the desired side of a comparison and what is declared about it. */
final class ComparisonOptions {

    @Option(names = "--to", paramLabel = "SOURCE", required = true, description = "The desired schema.")
    private String source = "";

    @Mixin
    private final DeclarationOptions declarations = new DeclarationOptions();

    @Mixin
    private final RenamePolicyOptions policy = new RenamePolicyOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final HibernateOptions hibernate = new HibernateOptions();

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    /** Reads the desired side and compares what the filter keeps. */
    Comparison compare(Side from, Shell shell) {
        SourceReader reader = reader(shell);
        Side desired = reader.read(source);
        Model model = desired.model();
        Declarations declared = model.declarations()
                .and(declarations.read(from.model().schema(), model.schema(), model.declarations()));
        Side to = desired.withModel(
                new Model(model.schema(), policy.apply(declared, from, reader, shell), model.contributions()));
        ObjectFilter narrowed = filter.read();
        return narrowed.isEmpty() ? Comparison.of(from, to) : Comparison.of(Narrowing.of(narrowed, from, to, shell));
    }

    /** Returns the reader of the other side. */
    SourceReader reader(Shell shell) {
        return new SourceReader(connection, hibernate, scratch, shell);
    }
}

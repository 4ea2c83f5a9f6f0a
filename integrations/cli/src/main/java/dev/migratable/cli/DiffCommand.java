package dev.migratable.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the classified changes between two sources. */
@Command(
        name = "diff",
        description = "Shows what changes between two schemas, riskiest first.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--from", paramLabel = "SOURCE", required = true, description = "The current schema.")
    private String from = "";

    @Mixin
    private final ComparisonOptions options = new ComparisonOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Option(names = "--exit-code", description = "Exits with 2 where there are changes.")
    private boolean exitCode;

    DiffCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Comparison comparison = options.compare(options.reader(shell).read(from), shell);
        Notes.print(shell, comparison);
        shell.out()
                .print(format.choose(
                        () -> DiffTextRenderer.render(comparison), () -> DiffJsonRenderer.render(comparison)));
        return exitCode && !comparison.changes().isEmpty() ? ExitCode.CHANGES : ExitCode.OK;
    }
}

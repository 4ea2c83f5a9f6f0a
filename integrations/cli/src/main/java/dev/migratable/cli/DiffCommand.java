package dev.migratable.cli;

import java.util.List;
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
    private final ReportOptions report = new ReportOptions();

    @Option(names = "--exit-code", description = "Exits with 2 where there are changes; --fail-on wins.")
    private boolean exitCode;

    DiffCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Comparison comparison = options.compare(options.reader(shell).read(from), shell);
        Notes.print(shell, comparison);
        Report result = report.report("diff", comparison, comparison.changes(), List.of());
        shell.out()
                .print(report.render(
                        result,
                        () -> DiffTextRenderer.render(comparison, result.pages(), Ink.of(shell)),
                        () -> DiffJsonRenderer.render(comparison),
                        DiffMarkdownRenderer::render,
                        DiffHtmlRenderer::render));
        int changes = exitCode && !comparison.changes().isEmpty() ? ExitCode.CHANGES : ExitCode.OK;
        return ReportOptions.exit(result, shell, changes);
    }
}

package dev.migratable.cli;

import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.RunReport;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a run did, step by step, and what it was expected to cost. */
@Command(
        name = "report",
        description = "Shows what a run did, step by step, and what each step was expected to cost.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--url", paramLabel = "JDBC", required = true, description = "The database.")
    private String url = "";

    @Option(
            names = "--run",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "The run's number; the latest run unless said.")
    private Optional<Integer> run = Optional.empty();

    @Mixin
    private final ReportFormatOption format = new ReportFormatOption();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    ReportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Database database = connection.database(url, shell);
        database.check();
        OptionalLong number = run.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        Optional<RunReport> report =
                Migrator.builder(database.dataSource()).build().report(number);
        if (report.isEmpty()) {
            throw CliError.NO_RUN.at(
                    database.place(),
                    run.map(n -> "there is no run " + n).orElse("there has been no run"),
                    "Give a number that status --format json shows");
        }
        shell.out()
                .print(
                        switch (format.format()) {
                            case JSON -> RunReportRenderer.json(database.place(), report.get());
                            case MARKDOWN -> RunReportRenderer.markdown(report.get());
                            default -> RunReportRenderer.text(report.get());
                        });
        return ExitCode.OK;
    }
}

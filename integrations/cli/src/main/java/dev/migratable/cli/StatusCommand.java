package dev.migratable.cli;

import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.StatusReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how far each migration of a database is. */
@Command(
        name = "status",
        description = "Shows how far each migration of a database is, and why a gate is closed.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--url", paramLabel = "JDBC", required = true, description = "The database.")
    private String url = "";

    @Option(
            names = "--changelog",
            paramLabel = "DIR",
            description = "Shows the migrations of this changelog that the database does not know yet, too.")
    private Optional<Path> changelog = Optional.empty();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    StatusCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Optional<Path> directory = changelog.map(ChangelogOption::existing);
        Database database = connection.database(url, shell);
        database.check();
        Migrator.Builder builder = Migrator.builder(database.dataSource());
        directory.ifPresent(builder::changelog);
        StatusReport report = builder.build().status();
        shell.out()
                .print(format.choose(
                        () -> StatusTextRenderer.render(report, directory.isPresent()),
                        () -> StatusJsonRenderer.render(database.place(), report, directory.isPresent())));
        return ExitCode.OK;
    }
}

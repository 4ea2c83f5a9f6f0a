package dev.migratable.cli;

import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.ApplyReport.ClosedGate;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Undoes the migrations behind one that stays. */
@Command(
        name = "rollback",
        description = "Undoes the migrations behind one that stays, with every row written since.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

    /** What stands for the state before the first migration. */
    private static final String START = "start";

    private final Shell shell;

    @Option(names = "--url", paramLabel = "JDBC", required = true, description = "The database.")
    private String url = "";

    @Option(
            names = "--changelog",
            paramLabel = "DIR",
            required = true,
            description = "The directory of " + ChangelogOption.ROOT + ", or that file.")
    private Path changelog = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "MIGRATION",
            required = true,
            description = "The last migration that stays, by its id or number; '" + START + "' to undo all of them.")
    private String to = "";

    @Option(names = "--dry-run", description = "Prints the statements that would run, and runs none.")
    private boolean dryRun;

    @Option(
            names = "--ignore-client",
            paramLabel = "NAME",
            description = "A client of this application_name keeps nothing from being undone, even one of the newer"
                    + " model. May be given several times.")
    private List<String> ignoredClients = new ArrayList<>();

    @Option(
            names = "--discard",
            paramLabel = "TABLE[.COLUMN]",
            description = "What the newer version wrote into this new table or column may go. May be given several"
                    + " times.")
    private List<String> discarded = new ArrayList<>();

    @Option(
            names = "--workers",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "How many sessions fill a table at once.")
    private Optional<Integer> workers = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            converter = SecondsConverter.class,
            description = "How long to wait while another runner is at work.")
    private Optional<Duration> wait = Optional.empty();

    @Mixin
    private final PreflightOptions preflight = new PreflightOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    RollbackCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path directory = ChangelogOption.existing(changelog);
        Database database = connection.database(url, shell);
        database.check();
        RollbackRequest request = new RollbackRequest(
                to.equals(START) ? Optional.empty() : Optional.of(to),
                new HashSet<>(ignoredClients),
                new HashSet<>(discarded));
        StopSignal stop = new StopSignal();
        try (ApplyProgress progress = new ApplyProgress(shell, System::nanoTime)) {
            ExecutionOptions options = ExecutionOptions.DEFAULT;
            options = workers.map(options::withWorkers).orElse(options);
            Migrator migrator = Migrator.builder(database.dataSource())
                    .changelog(directory)
                    .application("migratable-cli")
                    .listener(progress)
                    .options(wait.map(options::withWaitForRunner).orElse(options))
                    .stop(stop)
                    .acceptFindings(preflight.accepted())
                    .build();
            return dryRun ? print(migrator.rollbackDryRun(request)) : rollback(migrator, request, stop, progress);
        } catch (MigratableException e) {
            return PreflightOptions.stopped(e, shell);
        }
    }

    private int print(List<String> statements) {
        statements.forEach(
                statement -> shell.out().println(statement.strip().endsWith(";") ? statement : statement + ";"));
        if (statements.isEmpty()) {
            shell.err().println("nothing to do");
        }
        return ExitCode.OK;
    }

    private int rollback(Migrator migrator, RollbackRequest request, StopSignal stop, ApplyProgress progress) {
        Interruption interruption = Interruption.install(shell, stop);
        try {
            ApplyReport report = migrator.rollback(request);
            progress.close();
            print(report);
            shell.out().flush();
            if (report.stopped()) {
                return ExitCode.INTERRUPTED;
            }
            return report.closedGates().isEmpty() ? ExitCode.OK : ExitCode.GATE_CLOSED;
        } finally {
            interruption.close();
        }
    }

    private void print(ApplyReport report) {
        if (report.isUpToDate()) {
            shell.out().println("nothing to do");
        }
        if (!report.steps().isEmpty()) {
            int steps = report.steps().size();
            shell.out().println("undid " + steps + (steps == 1 ? " step" : " steps"));
        }
        for (ClosedGate gate : report.closedGates()) {
            shell.err().println("what " + gate.migration() + " did before the rollout stays for now:");
            gate.reasons().forEach(reason -> shell.err().println("    " + reason));
        }
        if (report.stopped()) {
            shell.err().println("stopped; the same command goes on from here");
        }
    }
}

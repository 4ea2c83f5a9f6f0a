package dev.migratable.cli;

import dev.migratable.runtime.control.ControlSettings;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.ApplyReport.ClosedGate;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.StatusReport.MigrationStatus;
import dev.migratable.runtime.preflight.PreflightReport;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs what is pending of a changelog. */
@Command(name = "apply", description = "Runs what is pending of a changelog.", mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {

    /** The state of a migration whose expand is over and whose contract is to come. */
    private static final String EXPANDED = "expanded";

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
            names = "--phase",
            paramLabel = "PHASE",
            split = ",",
            converter = PhaseConverter.class,
            description = "expand (unless said), contract, or both; contract is the operator's approval.")
    private List<PhaseGroup> phases = new ArrayList<>();

    @Option(names = "--dry-run", description = "Prints the statements that would run, and runs none.")
    private boolean dryRun;

    @Option(
            names = "--ignore-client",
            paramLabel = "NAME",
            description = "A client of this application_name cannot hold a gate closed. May be given several times.")
    private List<String> ignoredClients = new ArrayList<>();

    @Mixin
    private final PaceOptions pace = new PaceOptions();

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

    ApplyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path directory = ChangelogOption.existing(changelog);
        Database database = connection.database(url, shell);
        database.check();
        Set<PhaseGroup> wanted = phases.isEmpty() ? Set.of(PhaseGroup.EXPAND) : Set.copyOf(phases);
        StopSignal stop = new StopSignal();
        try (ApplyProgress progress = new ApplyProgress(shell, System::nanoTime)) {
            Migrator migrator = Migrator.builder(database.dataSource())
                    .changelog(directory)
                    .application("migratable-cli")
                    .listener(progress)
                    .options(executionOptions())
                    .stop(stop)
                    .acceptFindings(preflight.accepted())
                    .build();
            return dryRun ? dryRun(migrator, wanted, progress) : apply(migrator, wanted, stop, progress);
        } catch (MigratableException e) {
            if (!e.code().equals(PreflightReport.CODE)) {
                throw e;
            }
            // Every problem has had a line of its own.
            shell.err().println(PreflightReport.CODE + " " + PreflightReport.summary(e) + ".");
            return ExitCode.STOPPED_BY_PREFLIGHT;
        }
    }

    private ExecutionOptions executionOptions() {
        ExecutionOptions options = ExecutionOptions.DEFAULT;
        ControlSettings settings = pace.settings();
        options = settings.workers().map(options::withWorkers).orElse(options);
        options = settings.rate().map(options::withRate).orElse(options);
        options =
                settings.batchTargetMillis().map(options::withBatchTargetMillis).orElse(options);
        return wait.map(options::withWaitForRunner).orElse(options);
    }

    private int dryRun(Migrator migrator, Set<PhaseGroup> wanted, ApplyProgress progress) {
        PreflightReport report = migrator.preflight(wanted);
        progress.preflight(report);
        print(migrator.dryRun(wanted));
        if (report.errors().isEmpty()) {
            return ExitCode.OK;
        }
        shell.out().flush();
        shell.err().println(PreflightReport.CODE + " " + report.summary() + ".");
        return ExitCode.STOPPED_BY_PREFLIGHT;
    }

    private void print(List<String> statements) {
        statements.forEach(
                statement -> shell.out().println(statement.strip().endsWith(";") ? statement : statement + ";"));
        if (statements.isEmpty()) {
            shell.err().println("nothing to do");
        }
    }

    private int apply(Migrator migrator, Set<PhaseGroup> wanted, StopSignal stop, ApplyProgress progress) {
        Optional<String> approvedBy = wanted.contains(PhaseGroup.CONTRACT)
                ? Optional.of(System.getProperty("user.name", "unknown"))
                : Optional.empty();
        Interruption interruption = Interruption.install(shell, stop);
        try {
            ApplyReport report = migrator.apply(wanted, approvedBy, new HashSet<>(ignoredClients));
            progress.close();
            print(report);
            if (!report.stopped() && !wanted.contains(PhaseGroup.CONTRACT)) {
                printNext(migrator);
            }
            shell.out().flush();
            return exitCode(report);
        } finally {
            interruption.close();
        }
    }

    private static int exitCode(ApplyReport report) {
        if (report.stopped()) {
            return ExitCode.INTERRUPTED;
        }
        return report.closedGates().isEmpty() ? ExitCode.OK : ExitCode.GATE_CLOSED;
    }

    private void print(ApplyReport report) {
        if (report.isUpToDate()) {
            shell.out().println("nothing to do");
        }
        if (!report.steps().isEmpty()) {
            long rows = report.steps().stream().mapToLong(StepReport::rows).sum();
            int steps = report.steps().size();
            shell.out()
                    .println("ran " + steps + (steps == 1 ? " step" : " steps")
                            + (rows == 0 ? "" : ", wrote " + rows + (rows == 1 ? " row" : " rows")));
        }
        for (ClosedGate gate : report.closedGates()) {
            shell.err().println("the gate of " + gate.migration() + " is closed:");
            gate.reasons().forEach(reason -> shell.err().println("    " + reason));
        }
        if (report.stopped()) {
            shell.err().println("stopped; the same command goes on from here");
        }
    }

    private void printNext(Migrator migrator) {
        for (MigrationStatus migration : migrator.status().migrations()) {
            if (migration.state().equals(EXPANDED)) {
                shell.err()
                        .println(
                                migration.id() + " is expanded: roll the new version out, then apply --phase contract");
            }
        }
    }
}

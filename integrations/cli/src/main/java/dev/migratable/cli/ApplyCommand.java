package dev.migratable.cli;

import dev.migratable.runtime.control.ControlSettings;
import dev.migratable.runtime.estimate.StepEstimate;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.ApplyReport.ClosedGate;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.StatusReport.MigrationStatus;
import dev.migratable.runtime.preflight.PreflightReport;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.throttle.ThrottleLimits;
import dev.migratable.schema.MigratableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
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
            names = "--throttle",
            paramLabel = "LIMIT",
            converter = ThrottleConverter.class,
            description = "When filling slows down by itself: replica-lag=5s, replica-lag=256MB, client-wait=300ms,"
                    + " probe=250ms, probe-sql=SQL, wal=50MB (a second); off for none. May be given several times.")
    private List<UnaryOperator<ThrottleLimits>> throttle = new ArrayList<>();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            converter = SecondsConverter.class,
            description = "How long to wait while another runner is at work.")
    private Optional<Duration> wait = Optional.empty();

    @Option(
            names = "--soak",
            paramLabel = "SECONDS",
            converter = SecondsConverter.class,
            description = "How long a migration stays expanded before its contract may start; kept in the database.")
    private Optional<Duration> soak = Optional.empty();

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "Who runs and approves it, for the history; the system's user and host unless said.")
    private Optional<String> operator = Optional.empty();

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
            Migrator.Builder builder = Migrator.builder(database.dataSource())
                    .changelog(directory)
                    .application("migratable-cli")
                    .listener(progress)
                    .options(executionOptions())
                    .stop(stop)
                    .acceptFindings(preflight.accepted());
            operator.ifPresent(builder::operator);
            soak.ifPresent(builder::soak);
            Migrator migrator = builder.build();
            return dryRun ? dryRun(migrator, wanted, progress) : apply(migrator, wanted, stop, progress);
        } catch (MigratableException e) {
            return PreflightOptions.stopped(e, shell);
        }
    }

    private ExecutionOptions executionOptions() {
        ExecutionOptions options = ExecutionOptions.DEFAULT;
        ControlSettings settings = pace.settings();
        options = settings.workers().map(options::withWorkers).orElse(options);
        options = settings.rate().map(options::withRate).orElse(options);
        options =
                settings.batchTargetMillis().map(options::withBatchTargetMillis).orElse(options);
        ThrottleLimits limits = options.limits();
        for (UnaryOperator<ThrottleLimits> limit : throttle) {
            limits = limit.apply(limits);
        }
        options = options.withLimits(limits);
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

    private static boolean isWhole(String statement) {
        boolean comment = statement.startsWith("--") && statement.lines().count() == 1;
        return comment || statement.strip().endsWith(";");
    }

    private void print(List<String> statements) {
        statements.forEach(statement -> shell.out().println(isWhole(statement) ? statement : statement + ";"));
        if (statements.isEmpty()) {
            shell.err().println("nothing to do");
        }
    }

    private int apply(Migrator migrator, Set<PhaseGroup> wanted, StopSignal stop, ApplyProgress progress) {
        Optional<String> approvedBy = wanted.contains(PhaseGroup.CONTRACT)
                ? Optional.of(operator.orElseGet(() -> System.getProperty("user.name", "unknown")))
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
            long expected = report.steps().stream()
                    .flatMap(step -> step.estimate().stream())
                    .mapToLong(StepEstimate::millis)
                    .sum();
            long took = report.steps().stream().mapToLong(StepReport::millis).sum();
            shell.out()
                    .println("ran " + steps + (steps == 1 ? " step" : " steps")
                            + (rows == 0 ? "" : ", wrote " + rows + (rows == 1 ? " row" : " rows")));
            report.run()
                    .ifPresent(run -> shell.err()
                            .println("run " + run + ": its steps took " + StepEstimate.time(took)
                                    + (expected > 0 ? ", expected " + StepEstimate.time(expected) : "")
                                    + "; see report --run " + run));
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

package dev.migratable.cli;

import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.Parked;
import dev.migratable.runtime.execute.PurgeReport;
import dev.migratable.runtime.execute.PurgeRequest;
import dev.migratable.runtime.session.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drops for good what migrations parked. */
@Command(
        name = "purge",
        description = "Drops for good what contracted migrations parked. They cannot be undone afterwards.",
        mixinStandardHelpOptions = true)
final class PurgeCommand implements Callable<Integer> {

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
            names = "--older-than",
            paramLabel = "AGE",
            converter = AgeConverter.class,
            description = "How long it must have been parked, like 30d (unless said) or 12h.")
    private Duration olderThan = PurgeRequest.RETENTION;

    @Option(
            names = "--migration",
            paramLabel = "ID",
            description = "Only what this migration parked, by its id or number.")
    private Optional<String> migration = Optional.empty();

    @Option(names = "--dry-run", description = "Prints what would be dropped, and drops nothing.")
    private boolean dryRun;

    @Option(
            names = "--ignore-client",
            paramLabel = "NAME",
            description = "A client of this application_name is in nobody's way. May be given several times.")
    private List<String> ignoredClients = new ArrayList<>();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    PurgeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path directory = ChangelogOption.existing(changelog);
        Database database = connection.database(url, shell);
        database.check();
        PurgeRequest request = new PurgeRequest(olderThan, migration, new HashSet<>(ignoredClients));
        StopSignal stop = new StopSignal();
        try (ApplyProgress progress = new ApplyProgress(shell, System::nanoTime)) {
            Migrator migrator = Migrator.builder(database.dataSource())
                    .changelog(directory)
                    .application("migratable-cli")
                    .listener(progress)
                    .stop(stop)
                    .build();
            return dryRun ? print(migrator.purgeDryRun(request), "would drop ") : purge(migrator, request, stop);
        }
    }

    private int purge(Migrator migrator, PurgeRequest request, StopSignal stop) {
        Interruption interruption = Interruption.install(shell, stop);
        try {
            int code = print(migrator.purge(request), "dropped ");
            shell.out().flush();
            return stop.isRequested() ? ExitCode.INTERRUPTED : code;
        } finally {
            interruption.close();
        }
    }

    private int print(PurgeReport report, String verb) {
        for (Parked parked : report.purged()) {
            shell.out().println(verb + describe(parked));
            parked.goesWith().forEach(other -> shell.out().println("    with it: " + other));
        }
        for (Parked parked : report.retained()) {
            shell.out().println("kept " + describe(parked) + ": not for long enough");
        }
        for (Parked parked : report.kept()) {
            shell.err().println("kept " + describe(parked) + ":");
            parked.reasons().forEach(reason -> shell.err().println("    " + reason));
        }
        if (report.purged().isEmpty()
                && report.retained().isEmpty()
                && report.kept().isEmpty()) {
            shell.out().println("nothing to do");
        }
        boolean inTheWay =
                report.kept().stream().anyMatch(parked -> !parked.migration().isEmpty());
        return inTheWay ? ExitCode.GATE_CLOSED : ExitCode.OK;
    }

    private static String describe(Parked parked) {
        String kind = parked.kind().name().toLowerCase(Locale.ROOT);
        return kind + " " + parked.name()
                + (parked.migration().isEmpty()
                        ? ""
                        : ", parked by " + parked.migration() + " on " + parked.parkedAt());
    }
}

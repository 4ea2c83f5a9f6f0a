package dev.migratable.cli;

import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays a changelog, compares what it makes with a source, and undoes it to the start. */
@Command(
        name = "verify",
        description = "Replays a changelog in a database made for the moment: it must make the schema of a source, and"
                + " must be undone to the start.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(
            names = "--changelog",
            paramLabel = "DIR",
            required = true,
            description = "The directory of " + ChangelogOption.ROOT + ", or that file.")
    private Path changelog = Path.of("");

    @Option(names = "--to", paramLabel = "SOURCE", required = true, description = "What it must make.")
    private String to = "";

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Mixin
    private final HibernateOptions hibernate = new HibernateOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    VerifyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path directory = ChangelogOption.existing(changelog);
        SourceReader reader = new SourceReader(connection, hibernate, scratch, shell);
        Model desired = reader.read(to).model();
        ChangelogReplay.Verified verified = reader.replay(directory).verify();
        Model model = new Model(desired.schema(), Declarations.NONE);
        List<String> differences = SchemaDiffer.diff(verified.made(), model).stream()
                .map(Change::description)
                .toList();
        differences.forEach(d -> shell.out().println("missing after the replay: " + d));
        List<String> left = SchemaDiffer.diff(verified.left(), verified.empty()).stream()
                .map(Change::description)
                .toList();
        left.forEach(d -> shell.out().println("left after the rollback: " + d));
        verified.rollbackFailure().forEach(line -> shell.out().println("the rollback fails: " + line));
        if (!differences.isEmpty()
                || !left.isEmpty()
                || !verified.rollbackFailure().isEmpty()) {
            return ExitCode.MISMATCH;
        }
        shell.out()
                .println("verified: " + verified.steps() + " steps make the schema of " + to + ", and are undone to the"
                        + " start");
        return ExitCode.OK;
    }
}

package dev.migratable.cli;

import dev.migratable.json.ModelJson;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the schema model of a source as JSON. */
@Command(
        name = "snapshot",
        description = "Writes the schema of a source as a model file.",
        mixinStandardHelpOptions = true)
final class SnapshotCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
            paramLabel = "SOURCE",
            description = "What to read: target/classes, app.jar, model.json, hibernate:target/classes or"
                    + " jdbc:postgresql://host/database.")
    private String source = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; standard output unless said.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final HibernateOptions hibernate = new HibernateOptions();

    @Mixin
    private final ScratchOptions scratch = new ScratchOptions();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    SnapshotCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ObjectFilter narrowed = filter.read();
        Side read = new SourceReader(connection, hibernate, scratch, shell).read(source);
        Side side = narrowed.isEmpty() ? read : Narrowing.of(narrowed, read, shell);
        String json = ModelJson.write(side.model());
        if (output.isPresent()) {
            OutputFile.write(output.get(), json);
            shell.err().println("wrote " + output.get());
        } else {
            shell.out().print(json);
        }
        return ExitCode.OK;
    }
}

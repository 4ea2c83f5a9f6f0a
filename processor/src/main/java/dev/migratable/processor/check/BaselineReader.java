package dev.migratable.processor.check;

import dev.migratable.json.KnownTables;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.write.OutputFolder;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the baseline: the model as of the last generated migration, committed beside the sources. */
final class BaselineReader {

    /** Where Maven and Gradle copy it to before they compile. */
    static final String PATH = "META-INF/migratable/baseline.json";

    private final OutputFolder output;
    private final Diagnostics diagnostics;

    BaselineReader(OutputFolder output, Diagnostics diagnostics) {
        this.output = output;
        this.diagnostics = diagnostics;
    }

    /** Returns the baseline; empty where there is none yet, or where it cannot be read, which is then reported. */
    Optional<Schema> read(Optional<Path> given, KnownTables known) {
        String place = given.map(Path::toString).orElse(PATH);
        try {
            Optional<String> text = given.isPresent() ? Optional.of(Files.readString(given.get())) : output.read(PATH);
            return text.map(t -> known.read(t, place).schema());
        } catch (NoSuchFileException e) {
            diagnostics.error(Problem.BASELINE, place, "there is no such file");
        } catch (MigratableException | IOException e) {
            diagnostics.error(Problem.BASELINE, place, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }
}

package dev.migratable.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all. */
final class OutputFile {

    private OutputFile() {}

    /**
     * Writes text as UTF-8 beside the file and then moves it there; a file that is no regular one ({@code /dev/stdout})
     * is written to directly.
     */
    static void write(Path file, String text) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, text);
                return;
            }
            Path part = Path.of(file + ".part");
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CliError.UNWRITABLE.at(
                    file.toString(),
                    "cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage(),
                    "Check that its directory exists and may be written to",
                    e);
        }
    }
}

package dev.migratable.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the changelog directory that an option {@code --changelog} names. */
final class ChangelogOption {

    /** The file that lists the migrations in their order. */
    static final String ROOT = "db.changelog-root.yaml";

    private ChangelogOption() {}

    /**
     * Returns the directory; the root file itself may be named, too.
     *
     * @throws dev.migratable.schema.MigratableException where there is no changelog
     */
    static Path existing(Path given) {
        Path directory = directory(given);
        if (!Files.isRegularFile(directory.resolve(ROOT))) {
            throw CliError.CHANGELOG.at(
                    given.toString(), "there is no " + ROOT, "Name the directory that 'generate' wrote to");
        }
        return directory;
    }

    /** Returns the directory that a changelog is or will be in. */
    static Path directory(Path given) {
        if (!given.endsWith(ROOT)) {
            return given;
        }
        Path parent = given.toAbsolutePath().getParent();
        return parent == null ? given : parent;
    }
}

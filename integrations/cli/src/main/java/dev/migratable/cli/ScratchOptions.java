package dev.migratable.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Says on which server a changelog is replayed. */
final class ScratchOptions {

    @Option(
            names = "--scratch",
            paramLabel = "JDBC",
            description = "For changelogs: any database of a server where one for the moment may be created.")
    private Optional<String> url = Optional.empty();

    /** Returns the URL; empty where none was given. */
    Optional<String> url() {
        return url;
    }
}

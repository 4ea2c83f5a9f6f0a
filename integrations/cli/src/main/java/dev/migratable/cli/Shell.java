package dev.migratable.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Holds what a run of the command line reads and writes beside files and databases, so that a run can be had within a
 * test.
 *
 * @param out results
 * @param err progress and messages
 * @param environment environment variables by name
 * @param passwordPrompt asks the person for a password; empty where nobody can be asked
 * @param terminal whether {@code err} is a terminal, on which a line may be drawn again
 */
record Shell(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Supplier<Optional<String>> passwordPrompt,
        boolean terminal) {

    /** Copies the environment. */
    Shell {
        environment = Map.copyOf(environment);
    }

    /**
     * Returns the shell of this process. Both streams are UTF-8 whatever the locale, because a snapshot is UTF-8. A
     * reader that has gone ({@code | head}) is no error.
     */
    static Shell ofProcess() {
        Console console = System.console();
        return new Shell(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                System.getenv(),
                () -> askForPassword(console == null ? Optional.empty() : Optional.of(console)),
                console != null && !"dumb".equals(System.getenv("TERM")));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(
                new BufferedOutputStream(new PipeOutputStream(new FileOutputStream(descriptor))),
                true,
                StandardCharsets.UTF_8);
    }

    private static Optional<String> askForPassword(Optional<Console> console) {
        return console.map(c -> c.readPassword("Password: ")).map(String::new);
    }
}

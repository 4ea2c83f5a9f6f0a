package dev.migratable.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * @param outTerminal whether {@code out} is a terminal, on which words may be coloured
 */
record Shell(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Supplier<Optional<String>> passwordPrompt,
        boolean terminal,
        boolean outTerminal) {

    private static final Path STANDARD_OUT = Path.of("/proc/self/fd/1");
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final List<String> TERMINALS = List.of("/dev/pts/", "/dev/tty", "/dev/console");

    /** Copies the environment. */
    Shell {
        environment = Map.copyOf(environment);
    }

    /**
     * Returns the shell of this process. Both streams are UTF-8 whatever the locale, because a snapshot is UTF-8. A
     * reader that has gone ({@code | head}) is no error.
     */
    static Shell ofProcess() {
        // Since JDK 22 there is a console even where input is a file or a pipe, unless this is said.
        System.setProperty("jdk.console", "java.base");
        Optional<Console> console = Optional.ofNullable(System.console());
        return new Shell(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                System.getenv(),
                () -> askForPassword(console),
                isTerminal(STANDARD_ERROR, console.isPresent()),
                isTerminal(STANDARD_OUT, console.isPresent()));
    }

    /** The JDK only knows whether input and output together are a terminal; Linux tells of each. */
    private static boolean isTerminal(Path stream, boolean console) {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        if (!Files.isSymbolicLink(stream)) {
            return console;
        }
        try {
            String target = Files.readSymbolicLink(stream).toString();
            return TERMINALS.stream().anyMatch(target::startsWith);
        } catch (IOException e) {
            return console;
        }
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

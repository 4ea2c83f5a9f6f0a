package dev.migratable.examples.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Migratable's command line as an operator would: the executable jar, in a process of its own. */
final class Cli {

    private final Path jar;
    private final Path directory;
    private final PrintStream out;
    private String password = "";

    /**
     * Sets up the runs.
     *
     * @param jar the executable jar
     * @param directory where commands run and to which the paths in them are relative
     * @param out where the commands are echoed; their own output goes to this process's streams
     */
    Cli(Path jar, Path directory, PrintStream out) {
        this.jar = jar;
        this.directory = directory;
        this.out = out;
    }

    /** Sets the database's password, which commands take from the environment and never show. */
    void usePassword(String newPassword) {
        password = newPassword;
    }

    /** Runs a command, showing it and what it prints, and returns its exit code. */
    int run(String... arguments) throws IOException, InterruptedException {
        out.println("$ migratable " + String.join(" ", arguments));
        out.flush();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
        builder.environment().put("MIGRATABLE_PASSWORD", password);
        Process process = builder.start();
        Thread kill = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(kill);
        try {
            return process.waitFor();
        } finally {
            process.destroy();
            removeHook(kill);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is going down already and the hook is what ends the child; nothing to take back
            hook.setName("migratable-cli-kill");
        }
    }

    /**
     * Runs a command that must succeed.
     *
     * @throws IllegalStateException where its exit code is another than 0
     */
    void succeed(String... arguments) throws IOException, InterruptedException {
        expect(0, arguments);
    }

    /**
     * Runs a command that must end with a given exit code.
     *
     * @throws IllegalStateException where its exit code is another
     */
    void expect(int exitCode, String... arguments) throws IOException, InterruptedException {
        int found = run(arguments);
        if (found != exitCode) {
            throw new IllegalStateException(
                    "migratable " + arguments[0] + " ended with exit code " + found + ", not " + exitCode);
        }
    }
}

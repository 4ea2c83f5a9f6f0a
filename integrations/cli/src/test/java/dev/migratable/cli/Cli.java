package dev.migratable.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the command line within the test's JVM. */
record Cli(Map<String, String> environment, Optional<String> typedPassword) {

    /** What a run left behind. */
    record Result(int exit, String out, String err) {

        /** Asserts the exit code, showing what was printed where it is another one. */
        Result exits(int expected) {
            assertEquals(expected, exit, () -> "exit code; out:\n" + out + "\nerr:\n" + err);
            return this;
        }

        /** Returns the one line of an error, asserting that there is no second one and nothing on standard output. */
        String errorLine() {
            assertEquals("", out, "an error prints no result");
            List<String> lines = err.lines().toList();
            assertEquals(1, lines.size(), () -> "an error is one line:\n" + err);
            return lines.get(0);
        }
    }

    /** Runs without environment variables and without a person. */
    static Result run(String... args) {
        return new Cli(Map.of(), Optional.empty()).with(args);
    }

    /** Runs with these arguments. */
    Result with(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Shell shell = new Shell(
                new PrintWriter(out, true), new PrintWriter(err, true), environment, () -> typedPassword, false, false);
        int exit = MigratableCli.run(shell, args);
        return new Result(exit, out.toString(), err.toString());
    }
}

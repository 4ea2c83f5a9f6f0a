package dev.migratable.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged jar in a JVM of its own. */
@PostgresTest
class ExecutableJarIT {

    private static final Path JAR = Path.of(System.getProperty("migratable.build.directory"), "migratable-cli.jar");

    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    /** A run that takes longer hangs. */
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path dir;

    private static List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java, "-jar", JAR.toString()), Stream.of(arguments))
                .toList();
    }

    private Process start(String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments))
                .redirectError(dir.resolve("err").toFile())
                .start();
    }

    private Cli.Result run(String... arguments) throws Exception {
        Process process = start(arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Cli.Result(exitCode(process), out, Files.readString(dir.resolve("err")));
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            fail("the command line hangs");
        }
        return process.exitValue();
    }

    private static void createLarge(TestDatabase database, int rows) throws Exception {
        database.execute(
                "CREATE TABLE customer (id bigint PRIMARY KEY, email varchar(100))",
                "INSERT INTO customer SELECT i, 'c' || i FROM generate_series(1, " + rows + ") i",
                "ANALYZE customer");
    }

    private void generateRename(TestDatabase database) throws Exception {
        String model = run("snapshot", database.url()).exits(0).out();
        Path to = Files.writeString(dir.resolve("to.json"), model.replace("\"email\"", "\"email_address\""));
        Cli.Result generated = run(
                "generate",
                "--from",
                database.url(),
                "--to",
                to.toString(),
                "--rename",
                "customer.email=email_address",
                "--changelog",
                dir.resolve("changelog").toString(),
                "--name",
                "rename_email",
                "--baseline",
                dir.resolve("baseline.json").toString());
        assertEquals("", generated.exits(0).err());
        assertTrue(generated.out().contains("0001_rename_email"), generated.out());
    }

    @Test
    void theApplicationBringsItsHibernate() throws Exception {
        String source = "hibernate:" + Customers.compile(dir);
        String without = run("snapshot", source).exits(1).errorLine();
        assertTrue(without.startsWith("CLI10 " + source + ": the class "), without);
        assertTrue(without.contains("--classpath"), without);
        String model = run("snapshot", source, "--classpath", Customers.classPath())
                .exits(0)
                .out();
        assertTrue(model.contains("emailaddress"), model);
    }

    @Test
    void itSaysWhatItCanDoAndWhichVersionItIs() throws Exception {
        Cli.Result help = run("--help").exits(0);
        for (String command : List.of("snapshot", "diff", "plan", "generate", "apply", "status", "control")) {
            assertTrue(help.out().contains("\n  " + command + " "), help.out());
        }
        assertEquals("", help.err());
        assertTrue(run("--version").exits(0).out().startsWith("migratable "));
        assertTrue(run("diff").exits(64).errorLine().startsWith("migratable diff: "));
    }

    @Test
    void itRunsTheWholeLineWithoutAWordFromItsLibraries(TestDatabase database) throws Exception {
        createLarge(database, 500);
        generateRename(database);
        String changelog = dir.resolve("changelog").toString();
        Cli.Result expanded = run("apply", "--url", database.url(), "--changelog", changelog);
        assertTrue(expanded.exits(0).out().matches("ran \\d+ steps, wrote 500 rows\\R"), expanded.out());
        for (String line : expanded.err().lines().toList()) {
            assertTrue(line.matches("(0001_rename_email |    |run 1: its steps took ).*"), line);
        }
        Cli.Result contracted = run("apply", "--url", database.url(), "--changelog", changelog, "--phase", "contract");
        assertTrue(contracted.exits(0).out().matches("ran \\d+ steps\\R"), contracted.out());
        Cli.Result status = run("status", "--url", database.url(), "--changelog", changelog);
        String state = status.exits(0).out().lines().findFirst().orElseThrow();
        assertTrue(state.matches("0001_rename_email  contracted, (\\d+) of \\1 steps done"), status.out());
        assertEquals("", status.err());
        Cli.Result diff = run(
                "diff", "--from", database.url(), "--to", dir.resolve("to.json").toString());
        assertEquals("no differences\n", diff.exits(0).out());
        assertEquals(
                "note: column customer.email__parked_0001 is parked by an earlier migration: left alone\n", diff.err());
    }

    @Test
    void aReaderThatHasGoneIsNoError(TestDatabase database) throws Exception {
        List<String> tables = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            tables.add("CREATE TABLE t" + i + " (id bigint PRIMARY KEY, a text, b text, c text, d text)");
        }
        database.execute(tables.toArray(String[]::new));
        Process process = start("snapshot", database.url());
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("{", out.readLine());
        }
        assertEquals(0, exitCode(process));
        assertEquals("", Files.readString(dir.resolve("err")));
    }

    @Test
    void aFullDiskIsAnError() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "this system has no /dev/full");
        Path model = Models.write(dir.resolve("model.json"), Models.model(Models.table("t", Models.id())));
        Process process = new ProcessBuilder(command("snapshot", model.toString()))
                .redirectOutput(full)
                .redirectError(dir.resolve("err").toFile())
                .start();
        assertEquals(1, exitCode(process));
        assertEquals(
                "CLI07 standard output: cannot be written. Check what it is redirected to.\n",
                Files.readString(dir.resolve("err")));
    }

    @Test
    void ctrlCStopsAfterTheBatchAndTheSameCommandGoesOn(TestDatabase database) throws Exception {
        int rows = 200_000;
        createLarge(database, rows);
        generateRename(database);
        String[] apply = {
            "apply",
            "--url",
            database.url(),
            "--changelog",
            dir.resolve("changelog").toString(),
            "--workers",
            "1"
        };
        // Minutes of work, so that the backfill cannot be over before it is stopped.
        database.execute(
                "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS "
                        + "'BEGIN PERFORM pg_sleep(0.001); RETURN NEW; END'",
                "CREATE TRIGGER slow BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION slow()");
        Process process = start(apply);
        awaitBackfill(process, database);
        int signal = interruption();
        signal(process, "-" + signal);
        signal(process, "-" + signal);
        assertEquals(128 + signal, exitCode(process));
        database.execute("DROP TRIGGER slow ON customer");
        String err = Files.readString(dir.resolve("err"));
        assertTrue(err.contains("stopping after the batch that is under way\n"), err);
        assertTrue(err.endsWith("stopped; the same command goes on from here\n"), err);
        assertFalse(err.contains("\tat "), err);
        assertEquals(1, err.split("stopping after", -1).length - 1, "a second Ctrl-C changes nothing");
        run(apply).exits(0);
        assertEquals(
                List.of(List.of(Integer.toString(rows))),
                database.query("SELECT count(*) FROM customer WHERE email = email_address"));
    }

    @Test
    void anOperatorStopsItFromAnotherTerminal(TestDatabase database) throws Exception {
        createLarge(database, 50_000);
        generateRename(database);
        String[] apply = {
            "apply",
            "--url",
            database.url(),
            "--changelog",
            dir.resolve("changelog").toString(),
            "--rate",
            "100"
        };
        Process process = start(apply);
        awaitBackfill(process, database);
        Cli.run("control", "stop", "--url", database.url()).exits(0);
        assertEquals(130, exitCode(process));
        String err = Files.readString(dir.resolve("err"));
        assertTrue(err.contains("    at most 100 rows/s\n"), err);
        assertTrue(err.endsWith("stopped; the same command goes on from here\n"), err);
    }

    /**
     * Returns the number of SIGINT, as Ctrl-C sends it, or of SIGTERM, which does the same, where this process was started with
     * SIGINT ignored ({@code nohup}, or {@code &} in a script): every JVM below it then ignores it, too.
     */
    private static int interruption() throws IOException {
        Path status = Path.of("/proc/self/status");
        boolean ignored = Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .mapToLong(
                                line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .anyMatch(mask -> (mask >> SIGINT - 1 & 1) == 1);
        return ignored ? SIGTERM : SIGINT;
    }

    private static void signal(Process process, String signal) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor());
    }

    /** Waits until rows of the backfill are committed; each look at the database takes its time. */
    private static void awaitBackfill(Process process, TestDatabase database) throws Exception {
        while (process.isAlive()) {
            boolean there = database.query("SELECT count(*) FROM pg_attribute WHERE attname = 'email_address'"
                                    + " AND attrelid = 'customer'::regclass")
                            .get(0)
                            .get(0)
                            .equals("1")
                    && !database.query("SELECT 1 FROM customer WHERE email_address IS NOT NULL LIMIT 1")
                            .isEmpty();
            if (there) {
                return;
            }
        }
        fail("the run was over before it could be stopped");
    }
}

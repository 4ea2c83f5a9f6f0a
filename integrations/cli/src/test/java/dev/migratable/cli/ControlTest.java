package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.Json;
import dev.migratable.runtime.throttle.ThrottleLimits;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator types at a second terminal. */
@PostgresTest
class ControlTest {

    private static final String NOBODY = "no runner is at work; this holds for the next one\n";

    private final TestDatabase database;

    @TempDir
    private Path dir;

    ControlTest(TestDatabase database) {
        this.database = database;
    }

    private Cli.Result control(String action, String... more) {
        return withUrl(List.of("control", action), more);
    }

    private Cli.Result apply(String... more) {
        return withUrl(List.of("apply", "--changelog", dir.resolve("changelog").toString()), more);
    }

    private Cli.Result withUrl(List<String> command, String... more) {
        List<String> args = new ArrayList<>(command);
        args.addAll(List.of("--url", database.url()));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    private void generate() {
        Path module = Models.write(
                dir.resolve("classes/META-INF/migratable/model.json"),
                model(table("customer", id(), column("email", "varchar(100)"))));
        Cli.run(
                        "generate",
                        "--to",
                        module.toString(),
                        "--changelog",
                        dir.resolve("changelog").toString(),
                        "--name",
                        "create",
                        "--baseline",
                        dir.resolve("baseline.json").toString())
                .exits(0);
    }

    @Test
    void aPauseIsKeptShownAndTakenBack() {
        generate();
        apply().exits(0);
        Cli.Result paused = control("pause", "--migration", "0001_create").exits(0);
        String fact = "0001_create: paused by " + database.user() + " since ";
        assertTrue(paused.out().startsWith(fact), paused.out());
        assertEquals(NOBODY, paused.err());
        Cli.Result again = control("pause", "--migration", "0001_create").exits(0);
        assertEquals(paused.out(), again.out(), "who paused first, and when");
        assertEquals("nothing changed\n" + NOBODY, again.err());
        assertTrue(status().contains("\n" + fact), status());

        control("set", "--rate", "50%", "--workers", "3").exits(0);
        Cli.Result set = control("set", "--batch-target", "40").exits(0);
        assertTrue(
                set.out()
                        .startsWith("all migrations: 50 % of full speed, 3 workers, batches of 40 ms, set by "
                                + database.user() + " at "),
                set.out());
        Map<?, ?> tree = (Map<?, ?>) Json.parse(
                withUrl(List.of("status", "--format", "json")).exits(0).out(), "status");
        Map<?, ?> all = (Map<?, ?>) ((List<?>) tree.get("controls")).get(0);
        assertEquals(
                List.of("rate", "workers", "batchTargetMillis", "setBy", "setAt"), List.copyOf(all.keySet()), "JSON");
        assertEquals("50%", all.get("rate"));
        assertEquals("0001_create", ((Map<?, ?>) ((List<?>) tree.get("controls")).get(1)).get("migration"));

        assertTrue(control("resume", "--migration", "0001_create")
                .exits(0)
                .out()
                .startsWith("0001_create: 50 % of full speed"));
        assertEquals(
                "all migrations: as the run was started\n",
                control("reset").exits(0).out());
        assertFalse(status().contains("paused"), status());
    }

    private String status() {
        return withUrl(List.of("status")).exits(0).out();
    }

    @Test
    void aRunThatBeginsWhilePausedSaysSoAndWaits() throws Exception {
        generate();
        control("pause").exits(0);
        CompletableFuture<Cli.Result> run = CompletableFuture.supplyAsync(this::apply);
        awaitRun();
        assertFalse(run.isDone());
        assertEquals(
                List.of(List.of("0")),
                database.query("SELECT count(*) FROM pg_class WHERE relname = 'customer'"),
                "not even its first step ran");
        Cli.Result resumed = control("resume").exits(0);
        assertTrue(resumed.err().startsWith("a runner is at work: pid "), resumed.err());
        Cli.Result done = run.get(30, TimeUnit.SECONDS).exits(0);
        assertTrue(
                done.err()
                        .matches(
                                "(?s)0001_create is paused by \\S+ since .* UTC; waits for 'migratable control resume'\n"
                                        + "0001_create goes on\n.*"),
                done.err());
    }

    /** Waits until a run has noted that it begins, and longer than it then takes to its first step. */
    private void awaitRun() throws Exception {
        while (!database.query("SELECT to_regclass('migratable.run') IS NOT NULL")
                .equals(List.of(List.of("t")))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        TimeUnit.MILLISECONDS.sleep(500);
    }

    @Test
    void aStopEndsARunThatWaits() throws Exception {
        generate();
        control("pause").exits(0);
        CompletableFuture<Cli.Result> run = CompletableFuture.supplyAsync(this::apply);
        awaitRun();
        String asked = control("stop").exits(0).out();
        assertEquals("all migrations: asked to stop after the batch; the same command goes on from there\n", asked);
        Cli.Result stopped = run.get(30, TimeUnit.SECONDS).exits(130);
        assertTrue(stopped.err().endsWith("stopped; the same command goes on from here\n"), stopped.err());
        assertTrue(status().contains("all migrations: paused by "), "a stop takes no pause back");
    }

    @Test
    void limitsAreReadOneByOne() {
        ThrottleConverter converter = new ThrottleConverter();
        ThrottleLimits limits = ThrottleLimits.DEFAULT;
        for (String limit : List.of(
                "replica-lag=2s",
                "replica-lag=64MB",
                "client-wait=off",
                "probe=50ms",
                "probe-sql=SELECT 2",
                "wal=1GB")) {
            limits = converter.convert(limit).apply(limits);
        }
        assertEquals(
                new ThrottleLimits(
                        Duration.ofSeconds(2), 64L << 20, Duration.ZERO, Duration.ofMillis(50), "SELECT 2", 1L << 30),
                limits);
        assertEquals(ThrottleLimits.OFF, converter.convert("off").apply(limits));
        for (String wrong : List.of("replica-lag", "probe=5", "wal=12ms", "load=1")) {
            assertTrue(apply("--throttle", wrong).exits(64).errorLine().contains("'" + wrong + "'"), wrong);
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedInOneLine() {
        assertEquals(
                "CTL02 control: no runner is at work. Use pause to keep the next one from beginning.",
                control("stop").exits(1).errorLine());
        assertEquals(
                "CTL01 control: no migration 0009_x was begun here. Name one that 'status' shows, or leave the name out"
                        + " to mean all.",
                control("pause", "--migration", "0009_x").exits(1).errorLine());
        assertEquals(
                "CTL03 control: number of workers 65 is out of bounds. Give a number from 1 to 64.",
                control("set", "--workers", "65").exits(1).errorLine());
        assertTrue(control("set").exits(64).errorLine().contains("set needs --workers, --rate or --batch-target"));
        assertTrue(control("pause", "--rate", "full").exits(64).errorLine().contains("go with set only"));
        assertTrue(control("set", "--rate", "0%").exits(64).errorLine().contains("'0%' is no rate"));
        assertTrue(control("halt").exits(64).errorLine().contains("'halt' is none of pause, resume, stop, set, reset"));
    }

    @Test
    void theStatusSaysWhenTheNewVersionHasToWait() throws Exception {
        generate();
        apply().exits(0);
        String wait = "    not all filled and verified yet: the new version has to wait\n";
        assertFalse(status().contains(wait), status());
        database.execute("UPDATE migratable.migration SET state = 'expanding'");
        assertTrue(status().contains(wait), status());
    }
}

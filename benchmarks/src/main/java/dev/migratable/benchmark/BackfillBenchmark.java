package dev.migratable.benchmark;

import dev.migratable.runtime.control.Rate;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.testkit.PostgresServer;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures a rename by dual write beside what people write by hand: rows a second, how long clients wait meanwhile, and what
 * the triggers cost their writes; on an embedded server with default settings, each run on a fresh copy of one table.
 */
public final class BackfillBenchmark {

    private static final long ROWS = 5_000_000;
    private static final int REPETITIONS = 3;
    private static final int QUIET_MILLIS = 20_000;
    private static final List<Integer> SPARING_PERCENTS = List.of(5, 1);
    private static final int SPARING_BATCH_MILLIS = 2;
    private static final int TURNS = 80;
    private static final int TRIGGER_TURNS = 40;

    /** What is timed on a copy of the table; returns seconds. */
    private interface Run {
        double seconds(TestDatabase copy) throws Exception;
    }

    private final PostgresServer server;
    private final AccountTable account;
    private final Path changelog;
    private final TestDatabase original;
    private final Map<String, Double> results = new LinkedHashMap<>();
    private int copies;

    private BackfillBenchmark(PostgresServer server, AccountTable account, Path changelog) throws Exception {
        this.server = server;
        this.account = account;
        this.changelog = changelog;
        this.original = server.createDatabase();
        long bytes = account.create(original, changelog);
        System.out.println();
        System.out.println(
                account.rows() + " rows of " + bytes + " bytes" + (account.indexed() ? ", column indexed" : ""));
    }

    /**
     * Measures; the arguments are the number of rows, how often rates are measured, and in how many turns clients are;
     * {@code --rates} leaves the clients out, {@code --clients} the rates.
     */
    public static void main(String[] arguments) throws Exception {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean ratesOnly = rest.remove("--rates");
        boolean clientsOnly = rest.remove("--clients");
        long rows = rest.isEmpty() ? ROWS : Long.parseLong(rest.get(0));
        int repetitions = rest.size() > 1 ? Integer.parseInt(rest.get(1)) : REPETITIONS;
        int turns = rest.size() > 2 ? Integer.parseInt(rest.get(2)) : TURNS;
        try (PostgresServer server = PostgresServer.startWithDefaultSettings();
                ScratchFolder folder = ScratchFolder.create()) {
            System.out.println(server.description() + ", JDK " + Runtime.version() + ", "
                    + Runtime.getRuntime().availableProcessors() + " processors, median of " + repetitions);
            if (!clientsOnly) {
                rates(server, rows, repetitions, folder.path());
            }
            if (!ratesOnly) {
                clients(server, rows, QUIET_MILLIS, turns, folder.path());
            }
        }
    }

    /** Measures everything once, and returns what was printed, by its title. */
    static Map<String, Double> once(PostgresServer server, long rows, int quietMillis, int turns) throws Exception {
        try (ScratchFolder folder = ScratchFolder.create()) {
            Map<String, Double> results = new LinkedHashMap<>(rates(server, rows, 1, folder.path()));
            results.putAll(clients(server, rows, quietMillis, turns, folder.path()));
            return results;
        }
    }

    private static Map<String, Double> rates(PostgresServer server, long rows, int repetitions, Path folder)
            throws Exception {
        BackfillBenchmark benchmark =
                new BackfillBenchmark(server, new AccountTable(rows, false), folder.resolve("plain"));
        benchmark.measureRates(repetitions);
        return benchmark.results;
    }

    private static Map<String, Double> clients(
            PostgresServer server, long rows, int quietMillis, int turns, Path folder) throws Exception {
        BackfillBenchmark benchmark =
                new BackfillBenchmark(server, new AccountTable(rows, true), folder.resolve("indexed"));
        benchmark.measureClients(quietMillis);
        for (int percent : SPARING_PERCENTS) {
            benchmark.measureSparing(percent, turns);
        }
        benchmark.measureAlias(folder.resolve("alias"));
        benchmark.measureTriggers(Math.min(turns, TRIGGER_TURNS));
        return benchmark.results;
    }

    private void measureRates(int repetitions) throws Exception {
        HeapPeak heap = HeapPeak.watch();
        List<Double> verified = new ArrayList<>();
        List<Double> constant = new ArrayList<>();
        Map<String, Run> runs = new LinkedHashMap<>();
        runs.put("one UPDATE", PlainUpdates::single);
        runs.put("plain ranges, 1 connection", copy -> PlainUpdates.ranges(copy, account.rows(), 1));
        runs.put("plain ranges, 2 connections", copy -> PlainUpdates.ranges(copy, account.rows(), 2));
        for (int workers = 1; workers <= 2; workers++) {
            int used = workers;
            runs.put("migratable, workers: " + workers, copy -> {
                ExpandRun run = ExpandRun.of(copy, changelog, used);
                verified.add(account.rows() / run.verification());
                constant.add(run.constancy());
                return run.backfill();
            });
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int n = 0; n < repetitions; n++) {
            for (Map.Entry<String, Run> run : runs.entrySet()) {
                times.computeIfAbsent(run.getKey(), k -> new ArrayList<>()).add(onCopy(run.getValue()));
            }
        }
        List<Double> floor = times.getOrDefault("one UPDATE", List.of());
        times.forEach((title, seconds) -> report(
                title + ", rows/s",
                account.rows() / median(seconds),
                String.format(
                        Locale.ROOT,
                        "%.2f of one UPDATE; fastest beside fastest %.2f",
                        median(floor) / median(seconds),
                        least(floor) / least(seconds))));
        report("verification, rows/s", median(verified), "");
        report("last tenth's rate as a share of the first's", median(constant), "");
        report("heap in use after collections, MB", heap.bytes() / 1e6, "");
    }

    private void measureClients(int quietMillis) throws Exception {
        double quiet = clients("clients alone", 0, copy -> {
            Thread.sleep(quietMillis);
            return List.of();
        });
        clients("beside one UPDATE", quiet, copy -> {
            PlainUpdates.single(copy);
            return List.of();
        });
        clients(
                "beside migratable, workers: 1",
                quiet,
                copy -> ExpandRun.of(copy, changelog, 1).steps());
        clients(
                "beside migratable, workers: 2",
                quiet,
                copy -> ExpandRun.of(copy, changelog, 2).steps());
    }

    private void measureSparing(int percent, int turns) throws Exception {
        String title = "beside migratable, " + percent + " % of the time";
        onCopy(copy -> {
            SparingRun run = SparingRun.of(copy, changelog, sparing(percent), account.rows(), turns);
            double on = Latencies.together(run.on()).percentile(0.99);
            double off = Latencies.together(run.off()).percentile(0.99);
            report(title + ", rows/s", run.rowsPerSecond(), "");
            report(title + ", p99 ms", on, paused(on, off));
            double onTurn = median99(run.on());
            report(title + ", median of the turns' p99, ms", onTurn, paused(onTurn, median99(run.off())));
            report(title + ", failed", run.failed(), run.on().size() + run.off().size() + " turns");
            return 0;
        });
    }

    private static String paused(double on, double off) {
        return off > 0 ? String.format(Locale.ROOT, "%.2f of the turns it is paused", on / off) : "";
    }

    private static double median99(List<Latencies> turns) {
        return turns.isEmpty()
                ? 0
                : median(turns.stream().map(turn -> turn.percentile(0.99)).toList());
    }

    private void measureAlias(Path aliases) throws Exception {
        account.generateAlias(aliases);
        clients("beside a rename by a view", 0, copy -> {
            ExpandRun run = ExpandRun.of(copy, aliases, 1);
            report(
                    "rename by a view, ms",
                    1000 * run.seconds(step -> step.id().contains("alias-")),
                    "its step as a whole");
            return run.steps();
        });
    }

    /** As an operator would who wants no client to notice: one session, a share of its time, batches of an instant. */
    private static ExecutionOptions sparing(int percent) {
        return ExecutionOptions.DEFAULT
                .withWorkers(1)
                .withRate(new Rate(percent, 0))
                .withBatchTargetMillis(SPARING_BATCH_MILLIS);
    }

    private interface Beside {
        List<ExpandRun.Timed> run(TestDatabase copy) throws Exception;
    }

    private double clients(String title, double quiet, Beside beside) throws Exception {
        double[] p99 = new double[1];
        onCopy(copy -> {
            try (PointClients clients = new PointClients(copy, account.rows())) {
                List<ExpandRun.Timed> steps = beside.run(copy);
                Latencies latencies = clients.stop();
                p99[0] = latencies.percentile(0.99);
                String ratio = quiet > 0 ? String.format(Locale.ROOT, "%.2f of alone", p99[0] / quiet) : "";
                report(title + ", p50 ms", latencies.percentile(0.5), "");
                report(title + ", p99 ms", p99[0], ratio);
                report(title + ", p99.9 ms", latencies.percentile(0.999), "");
                report(
                        title + ", failed",
                        latencies.failed(),
                        latencies.samples().size() + " statements");
                List<ExpandRun.Timed> backfills =
                        steps.stream().filter(ExpandRun.Timed::isBackfill).toList();
                if (!backfills.isEmpty()) {
                    double during = latencies.during(backfills).percentile(0.99);
                    report(
                            title + ", p99 during the backfill, ms",
                            during,
                            String.format(Locale.ROOT, "%.2f of alone", during / quiet));
                }
                if (!steps.isEmpty()) {
                    report(title + ", longest in steps of the catalog, ms", latencies.longestDuringDdl(steps), "");
                }
            }
            return 0;
        });
        return p99[0];
    }

    /** Writes of a client to a table in transition, beside the same without the triggers, and before the migration. */
    private void measureTriggers(int turns) throws Exception {
        onCopy(expanded -> {
            ExpandRun.of(expanded, changelog, 2);
            Triggers.addEmpty(expanded);
            expanded.execute("VACUUM ANALYZE account");
            return onCopy(before -> {
                for (ClientWrites writes : ClientWrites.values()) {
                    TriggerTurns measured = TriggerTurns.of(before, expanded, writes, account.rows(), turns);
                    String title = "dual write, " + writes.title();
                    report(title + ", triggers alone", measured.triggersAlone());
                    report(title + ", triggers that do nothing", measured.triggersThatDoNothing());
                    report(title + ", with twin and its index", measured.withTwin());
                }
                return 0;
            });
        });
    }

    private void report(String title, TriggerTurns.Ratio ratio) {
        report(title, ratio.median(), ratio.spread());
    }

    private double onCopy(Run run) throws Exception {
        TestDatabase copy = server.copyDatabase(original, original.name() + "_" + copies++);
        copy.execute("CHECKPOINT");
        try {
            return run.seconds(copy);
        } finally {
            server.dropDatabase(copy.name());
        }
    }

    private void report(String title, double value, String remark) {
        results.put(title, value);
        System.out.printf(Locale.ROOT, "%-70s %12.2f  %s%n", title, value, remark);
    }

    private static double least(List<Double> values) {
        return values.stream()
                .min(Double::compare)
                .orElseThrow(() -> new IllegalStateException("nothing was measured"));
    }

    private static double median(List<Double> values) {
        return values.stream()
                .sorted()
                .skip(values.size() / 2)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing was measured"));
    }
}

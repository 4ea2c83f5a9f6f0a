package dev.migratable.benchmark;

import dev.migratable.testkit.PostgresServer;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Measures how long it takes to read a catalog and to compare it with a model that says the same, beside bare queries of the
 * catalog and beside what other tools do, on an embedded server; variants in turn, medians.
 */
public final class CatalogBenchmark {

    private static final List<Integer> SIZES = List.of(100, 1000, 10_000);
    private static final int REPETITIONS = 7;
    private static final int WARM_UPS = 8;

    /** What is read while warming up: eight rounds of the small ones, one of the large. */
    private static final int WARM_UP_TABLES = 8000;

    /** Beyond it the peers take minutes. */
    private static final int PEERS_UP_TO = 1000;

    private final Map<Integer, Map<CatalogVariant, Long>> medians = new TreeMap<>();
    private final int warmUps;
    private final int repetitions;
    private final boolean peers;

    private CatalogBenchmark(int warmUps, int repetitions, boolean peers) {
        this.warmUps = warmUps;
        this.repetitions = repetitions;
        this.peers = peers;
    }

    /** Measures; the arguments are how often, and the numbers of tables; {@code --no-peers} leaves the other tools out. */
    public static void main(String[] arguments) throws Exception {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean peers = !rest.remove("--no-peers");
        int repetitions = rest.isEmpty() ? REPETITIONS : Integer.parseInt(rest.get(0));
        List<Integer> sizes =
                rest.size() > 1 ? rest.stream().skip(1).map(Integer::valueOf).toList() : SIZES;
        try (PostgresServer server = PostgresServer.startEmbedded()) {
            new CatalogBenchmark(WARM_UPS, repetitions, peers).run(server, sizes);
        }
    }

    /** Measures everything once on schemas of some sizes, without warming up, and returns the medians in microseconds. */
    static Map<Integer, Map<CatalogVariant, Long>> once(PostgresServer server, List<Integer> sizes) throws Exception {
        CatalogBenchmark benchmark = new CatalogBenchmark(0, 1, true);
        benchmark.run(server, sizes);
        return benchmark.medians;
    }

    private void run(PostgresServer server, List<Integer> sizes) throws Exception {
        System.out.println(server.description() + ", JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, median of " + repetitions);
        try (ScratchFolder folder = ScratchFolder.create()) {
            for (int size : sizes) {
                Path own = Files.createDirectory(folder.path().resolve(size + ""));
                measure(server, new SyntheticSchema(size), own);
                print(size);
            }
        }
        printGrowth();
    }

    private void measure(PostgresServer server, SyntheticSchema schema, Path folder) throws Exception {
        TestDatabase database = server.createDatabase();
        schema.create(database);
        CatalogRuns runs = new CatalogRuns(schema, database, folder);
        System.out.println();
        System.out.println(schema.size() + " tables; " + runs.statements() + " statements to read them");
        Map<CatalogVariant, Long> ofSize = new EnumMap<>(CatalogVariant.class);
        medians.put(schema.size(), ofSize);
        runs.inTurn(warmUps(schema), repetitions).forEach((variant, times) -> ofSize.put(variant, median(times)));
        process(runs, ofSize);
        if (peers && schema.size() <= PEERS_UP_TO) {
            hibernate(schema, database, folder, ofSize);
            alembic(database, folder, ofSize);
            liquibase(server, schema, database, ofSize);
        }
    }

    private int warmUps(SyntheticSchema schema) {
        return Math.min(warmUps, Math.max(1, WARM_UP_TABLES / schema.size()));
    }

    private void process(CatalogRuns runs, Map<CatalogVariant, Long> ofSize) throws Exception {
        List<Measurement> all = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            all.add(runs.process());
        }
        Measurement median = Measurement.median(all);
        ofSize.put(CatalogVariant.PROCESS, median.wall() * 1000);
        System.out.println("whole process: CPU " + median.cpu() + " ms; heap: at most " + median.heap()
                + " MB in use after a collection, of 256");
    }

    private void hibernate(SyntheticSchema schema, TestDatabase database, Path folder, Map<CatalogVariant, Long> ofSize)
            throws Exception {
        try (HibernatePeer peer =
                new HibernatePeer(schema, Files.createDirectory(folder.resolve("hibernate")), database)) {
            List<Long> times = new ArrayList<>();
            for (int i = -warmUps(schema); i < repetitions; i++) {
                long time = CatalogRuns.time(peer::validate);
                if (i >= 0) {
                    times.add(time);
                }
            }
            ofSize.put(CatalogVariant.HIBERNATE, median(times));
        }
    }

    private static void alembic(TestDatabase database, Path folder, Map<CatalogVariant, Long> ofSize) throws Exception {
        Optional<AlembicPeer> peer = AlembicPeer.find(folder);
        if (peer.isPresent()) {
            AlembicPeer.Comparison comparison = peer.get().compare(database);
            ofSize.put(CatalogVariant.ALEMBIC, comparison.microseconds());
            System.out.println("Alembic finds " + comparison.differences() + " differences");
        }
    }

    private static void liquibase(
            PostgresServer server, SyntheticSchema schema, TestDatabase database, Map<CatalogVariant, Long> ofSize)
            throws Exception {
        TestDatabase reference = server.createDatabase();
        schema.create(reference);
        LiquibasePeer peer = new LiquibasePeer(reference, database);
        int[] differences = new int[1];
        ofSize.put(CatalogVariant.LIQUIBASE, CatalogRuns.time(() -> differences[0] = peer.diff()));
        System.out.println("Liquibase finds " + differences[0] + " differences");
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private void print(int size) {
        Map<CatalogVariant, Long> ofSize = medians.getOrDefault(size, Map.of());
        System.out.printf("%-7s %-48s %10s %8s %8s %8s%n", "tables", "", "ms", "x psql", "x bare", "x same");
        ofSize.forEach((variant, time) -> System.out.printf(
                "%-7d %-48s %10.1f %8s %8s %8s%n",
                size,
                variant.title(),
                time / 1000.0,
                ratio(ofSize, time, CatalogVariant.PSQL),
                ratio(ofSize, time, CatalogVariant.BARE),
                ratio(ofSize, time, CatalogVariant.SAME)));
    }

    private static String ratio(Map<CatalogVariant, Long> ofSize, long time, CatalogVariant floor) {
        Long reference = ofSize.get(floor);
        return reference == null ? "" : "%.2f".formatted((double) time / reference);
    }

    /** Of t = c * n^x between two sizes, x; 1 is linear. */
    private void printGrowth() {
        List<Integer> sizes = List.copyOf(medians.keySet());
        for (int i = 1; i < sizes.size(); i++) {
            int from = sizes.get(i - 1);
            int to = sizes.get(i);
            System.out.println();
            System.out.println(
                    "growth from " + from + " to " + to + " tables, as a power of their number (1 is linear)");
            Map<CatalogVariant, Long> after = medians.getOrDefault(to, Map.of());
            medians.getOrDefault(from, Map.of()).forEach((variant, time) -> {
                Long later = after.get(variant);
                if (later != null) {
                    System.out.printf(
                            "%-56s %10.2f%n",
                            variant.title(), Math.log((double) later / time) / Math.log((double) to / from));
                }
            });
        }
    }
}

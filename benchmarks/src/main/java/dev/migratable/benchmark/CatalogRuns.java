package dev.migratable.benchmark;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.catalog.ExpressionInspector;
import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.json.ModelJson;
import dev.migratable.normalize.Canonicalizer;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the variants on a database with a synthetic schema. Confined to one thread. */
final class CatalogRuns {

    private static final int NANOS_PER_MICRO = 1000;

    /** What is timed. */
    interface Run {
        void run() throws Exception;
    }

    private final TestDatabase database;
    private final Path folder;
    private final Model model;
    private final Path modelFile;
    private final Model otherwise;
    private final RecordedStatements statements;
    private final BareQueries bare = new BareQueries();
    private final Optional<Path> psql = BareQueries.psql();

    /** Prepares the runs on a database in which the schema was created. */
    CatalogRuns(SyntheticSchema schema, TestDatabase database, Path folder) throws IOException, SQLException {
        this.database = database;
        this.folder = folder;
        this.model = model(schema.model());
        this.otherwise = model(schema.modelSpelledOtherwise());
        this.modelFile = Files.writeString(folder.resolve("model.json"), ModelJson.write(model));
        try (Connection connection = database.connect()) {
            this.statements = RecordedStatements.of(connection, CatalogInspector::inspect);
        }
    }

    private static Model model(Schema schema) {
        return new Model(schema, Declarations.NONE);
    }

    /** Returns how many statements an inspection takes. */
    int statements() {
        return statements.count();
    }

    /** Runs what runs in this process, and psql, in turn; returns the times in microseconds. */
    Map<CatalogVariant, List<Long>> inTurn(int warmUps, int repetitions) throws Exception {
        Map<CatalogVariant, List<Long>> times = new EnumMap<>(CatalogVariant.class);
        try (Connection connection = database.connect()) {
            Map<CatalogVariant, Run> runs = new EnumMap<>(CatalogVariant.class);
            psql.ifPresent(program -> runs.put(CatalogVariant.PSQL, () -> bare.byPsql(program, folder, database)));
            runs.put(CatalogVariant.BARE, () -> bare.overJdbc(connection));
            runs.put(CatalogVariant.SAME, () -> statements.replay(connection));
            runs.put(CatalogVariant.INSPECT, () -> CatalogInspector.inspect(connection));
            runs.put(CatalogVariant.DIFF, () -> diff(connection, model, Canonicalizer.OFFLINE));
            runs.put(CatalogVariant.OTHERWISE, () -> diff(connection, otherwise, Canonicalizer.OFFLINE));
            runs.put(CatalogVariant.ASKED, () -> diff(connection, otherwise, new ExpressionInspector(connection)));
            for (int i = -warmUps; i < repetitions; i++) {
                for (Map.Entry<CatalogVariant, Run> entry : runs.entrySet()) {
                    long time = time(entry.getValue());
                    if (i >= 0) {
                        times.computeIfAbsent(entry.getKey(), v -> new ArrayList<>())
                                .add(time);
                    }
                }
            }
        }
        return times;
    }

    /** Returns the microseconds that something takes. */
    static long time(Run run) throws Exception {
        long start = System.nanoTime();
        run.run();
        return (System.nanoTime() - start) / NANOS_PER_MICRO;
    }

    private static void diff(Connection connection, Model model, Canonicalizer canonicalizer) {
        List<Change> changes =
                SchemaDiffer.diff(CatalogInspector.inspect(connection).schema(), model, canonicalizer);
        if (!changes.isEmpty()) {
            throw new IllegalStateException(changes.size() + " false changes, the first: " + changes.get(0));
        }
    }

    /** Reads and compares in a JVM of its own with a small heap. */
    Measurement process() throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CatalogProcess.class.getName(),
                        database.url(),
                        modelFile.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        return Measurement.read(Files.readString(log, StandardCharsets.UTF_8));
    }
}

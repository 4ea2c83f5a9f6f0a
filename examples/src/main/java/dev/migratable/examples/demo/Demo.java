package dev.migratable.examples.demo;

import dev.migratable.json.Fingerprint;
import dev.migratable.json.ModelJson;
import dev.migratable.runtime.execute.ApplicationTag;
import dev.migratable.testkit.PostgresServer;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Evolves an online shop's schema from entity model v1 to v2 while old and new instances of the shop read and write, and
 * exits with 0 only if no client statement failed and every row is what a client was told it is.
 *
 * <p>Arguments: the folder of the examples module, the command line's executable jar, and a folder to work in.
 */
public final class Demo {

    /** How long both versions run beside each other, so that each reads what the other wrote. */
    private static final long BOTH_VERSIONS_MILLIS = 4_000;

    /** The change set of the generated changelog that is shown; the whole of it stays in the work folder. */
    private static final String SHOWN_CHANGE_SET = "-dual-write-customer";

    /** The exit code of apply where the contract may not start. */
    private static final int GATE_CLOSED = 6;

    private final PrintStream out;
    private final Path sources;
    private final Path work;
    private final Cli cli;
    private final Ledger ledger = new Ledger();
    private final ShopCompiler compiler;
    private final List<ShopInstance> running = new ArrayList<>();
    private int section;

    private Demo(Path examples, Path jar, Path work, PrintStream out) {
        this.sources = examples.resolve("shop");
        this.work = work;
        this.out = out;
        this.cli = new Cli(jar, work, out);
        this.compiler = new ShopCompiler(out);
    }

    /**
     * Runs the demonstration.
     *
     * @param arguments the folder of the examples module, the executable jar, the folder to work in
     */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[2]).toAbsolutePath();
        deleteRecursively(work);
        Files.createDirectories(work);
        PrintStream out = System.out;
        Demo demo = new Demo(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath(), work, out);
        boolean ok;
        try (PostgresServer server = PostgresServer.startEmbedded()) {
            out.println(server.description());
            ok = demo.run(server.createDatabase("shop"));
        }
        System.exit(ok ? 0 : 1);
    }

    private boolean run(TestDatabase database) throws Exception {
        cli.usePassword(database.password());
        Shop shop = new Shop(database);
        createShop(database, shop);
        List<ShopInstance> old = start(ShopVersion.OLD, database, "v1");
        title("The developer edits the entities (examples/shop/v2); the compiler says what that does");
        compiler.compile(sources.resolve("v2"), work.resolve("v2"), work.resolve("baseline.json"));
        generate("v2", "shop_v2");
        show(work.resolve("changelog").resolve("0002_shop_v2").resolve("expand.sql"));
        title("Deploy, step 1: expand, while the old instances run");
        long start = System.nanoTime();
        cli.succeed("apply", "--url", url(database), "--changelog", "changelog", "--phase", "expand");
        double seconds = (System.nanoTime() - start) / 1e9;
        long migrated = shop.number("SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM orders)");
        rollOut(database, old);
        return finish(database, shop, migrated, seconds);
    }

    private void createShop(TestDatabase database, Shop shop) throws Exception {
        title("The shop's schema from entity model v1, with " + Shop.CUSTOMERS + " customers and " + Shop.ORDERS
                + " orders");
        compiler.compile(sources.resolve("v1"), work.resolve("v1"), work.resolve("baseline.json"));
        generate("v1", "create_shop");
        cli.succeed("apply", "--url", url(database), "--changelog", "changelog");
        shop.fill();
    }

    private void generate(String version, String slug) throws IOException, InterruptedException {
        cli.succeed(
                "generate", "--to", version, "--changelog", "changelog", "--name", slug, "--baseline", "baseline.json");
    }

    private List<ShopInstance> start(ShopVersion version, TestDatabase database, String model)
            throws IOException, InterruptedException {
        String json = Files.readString(work.resolve(model).resolve("META-INF/migratable/model.json"));
        String fingerprint = Fingerprint.of(ModelJson.read(json, model).schema());
        List<ShopInstance> instances = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            String name = "shop-" + version.name() + "-" + number;
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(database.url());
            dataSource.setApplicationName(new ApplicationTag(name, fingerprint).applicationName());
            instances.add(ShopInstance.start(name, version, number, dataSource, ledger, Shop.CUSTOMERS));
        }
        running.addAll(instances);
        out.println("running: " + running);
        return instances;
    }

    private void rollOut(TestDatabase database, List<ShopInstance> old) throws Exception {
        title("Roll the new version out: old and new instances side by side, each sees the other's writes");
        start(ShopVersion.NEW, database, "v2");
        Thread.sleep(BOTH_VERSIONS_MILLIS);
        title("Contract too early: the gate stays closed and says who is in the way");
        cli.expect(GATE_CLOSED, "apply", "--url", url(database), "--changelog", "changelog", "--phase", "contract");
        title("Stop the old instances, then contract");
        old.forEach(ShopInstance::close);
        running.removeAll(old);
        out.println("running: " + running);
        cli.succeed("apply", "--url", url(database), "--changelog", "changelog", "--phase", "contract");
    }

    private boolean finish(TestDatabase database, Shop shop, long migrated, double seconds) throws Exception {
        title("Verify: the database is the model, and every row is what a client wrote");
        running.forEach(ShopInstance::close);
        cli.succeed("status", "--url", url(database), "--changelog", "changelog");
        cli.succeed("diff", "--from", url(database), "--to", "v2", "--exit-code");
        shop.compare(ledger);
        boolean ok = ledger.failureCount() == 0 && ledger.differenceCount() == 0;
        out.println();
        row("rows migrated", String.format(Locale.ROOT, "%,d", migrated));
        row(
                "expand, backfill included",
                String.format(Locale.ROOT, "%.1f s, %,.0f rows/s", seconds, migrated / seconds));
        row("client statements", String.format(Locale.ROOT, "%,d", ledger.statementCount()));
        row("longest client statement", String.format(Locale.ROOT, "%.0f ms", ledger.longestMillis()));
        row("failed client statements", Long.toString(ledger.failureCount()));
        row("lost or differing rows", Integer.toString(ledger.differenceCount()));
        if (!ledger.firstProblem().isEmpty()) {
            row("first problem", ledger.firstProblem());
        }
        out.println();
        out.println(ok ? "DEMO OK" : "DEMO FAILED");
        return ok;
    }

    private void row(String what, String value) {
        out.printf(Locale.ROOT, "  %-28s %s%n", what, value);
    }

    /** Shows one change set of a changelog, with the comment above it. */
    private void show(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int id = IntStream.range(0, lines.size())
                .filter(n ->
                        lines.get(n).startsWith("--changeset") && lines.get(n).contains(SHOWN_CHANGE_SET))
                .findFirst()
                .orElseThrow();
        int start = id;
        while (!lines.get(start - 1).isBlank()) {
            start--;
        }
        int end = id;
        while (!lines.get(end).startsWith("--rollback")) {
            end++;
        }
        out.println("--- one change set of " + work.relativize(file) + " (" + lines.size() + " lines in all):");
        lines.subList(start, end).forEach(line -> out.println("  | " + line));
    }

    /** Returns a URL without the password, which the commands take from the environment. */
    private static String url(TestDatabase database) {
        return "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name() + "?user="
                + database.user();
    }

    private void title(String text) {
        section++;
        out.println();
        out.println("== " + section + ". " + text);
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}

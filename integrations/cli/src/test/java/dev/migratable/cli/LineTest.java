package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.Fingerprint;
import dev.migratable.json.Json;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line on a small table: generate, apply, expand, gate, contract. */
@PostgresTest
class LineTest {

    private static final Model V1 =
            model(table("customer", id(), column("email", "varchar(100)"), column("name", "text not null")));

    private static final Model V2 = new Model(
            model(table(
                            "customer",
                            id(),
                            column("email_address", "varchar(100)"),
                            column("name", "text not null"),
                            column("region", "text")))
                    .schema(),
            new Declarations(
                    List.of(new ColumnRename(QualifiedName.inPublic("customer"), "email", "email_address")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));

    @TempDir
    private Path dir;

    private Cli.Result generate(Model model, String name, String... more) {
        Path module = Models.write(dir.resolve("classes/META-INF/migratable/model.json"), model);
        List<String> args = Stream.concat(
                        Stream.of(
                                "generate",
                                "--to",
                                module.toString(),
                                "--changelog",
                                changelog(),
                                "--name",
                                name,
                                "--baseline",
                                dir.resolve("baseline.json").toString()),
                        Stream.of(more))
                .toList();
        return Cli.run(args.toArray(String[]::new));
    }

    private String changelog() {
        return dir.resolve("changelog").toString();
    }

    private Cli.Result apply(TestDatabase database, String... more) {
        List<String> args = Stream.concat(
                        Stream.of("apply", "--url", database.url(), "--changelog", changelog()), Stream.of(more))
                .toList();
        return Cli.run(args.toArray(String[]::new));
    }

    private void createWithRows(TestDatabase database) throws Exception {
        generate(V1, "create").exits(0);
        apply(database).exits(0);
        database.execute(
                "INSERT INTO customer SELECT i, 'c' || i || '@example.org', 'n' FROM generate_series(1, 3000) i");
    }

    @Test
    void aRenameGoesFromTheModelToTheContract(TestDatabase database) throws Exception {
        createWithRows(database);
        Cli.Result generated = generate(V2, "rename_email").exits(0);
        assertTrue(generated.out().contains("0002_rename_email"), generated.out());
        assertTrue(Files.exists(dir.resolve("changelog/0002_rename_email/contract.sql")), generated.out());
        assertEquals("", generated.err());

        Cli.Result expanded = apply(database).exits(0);
        assertTrue(expanded.out().matches("ran \\d+ steps, wrote 3000 rows\\R"), expanded.out());
        assertTrue(expanded.err().contains("0002_rename_email is expanded: roll the new version out"), expanded.err());
        assertEquals(
                List.of(List.of("3000")), database.query("SELECT count(*) FROM customer WHERE email = email_address"));
        assertEquals("nothing to do\n", apply(database).exits(0).out());

        String status = Cli.run("status", "--url", database.url(), "--changelog", changelog())
                .exits(0)
                .out();
        assertTrue(
                status.startsWith("0001_create  contracted, 3 of 3 steps done\n0002_rename_email  expanded, "), status);
        assertTrue(status.matches("(?s).*0002_rename_email  expanded, [1-9]\\d* of [1-9]\\d* steps done\n.*"), status);
        assertTrue(status.contains("3000 rows seen, 3000 written, finished"), status);
        assertTrue(status.contains("    gate closed:\n"), status);
        contract(database);
        String classes = dir.resolve("classes").toString();
        assertEquals(
                "no differences\n",
                Cli.run("diff", "--from", database.url(), "--to", classes)
                        .exits(0)
                        .out());
        assertTrue(generate(V2, "again").exits(4).err().contains("nothing to do"));
    }

    private void contract(TestDatabase database) throws Exception {
        String tag = "shop/migratable:" + Fingerprint.of(V1.schema());
        try (Connection old = DriverManager.getConnection(database.url() + "&ApplicationName=" + tag)) {
            assertTrue(old.isValid(0));
            Cli.Result closed = apply(database, "--phase", "contract").exits(6);
            assertTrue(closed.err().contains("the gate of 0002_rename_email is closed"), closed.err());
            assertTrue(closed.err().contains(tag), closed.err());
        }
        try (Connection report = DriverManager.getConnection(database.url() + "&ApplicationName=reports")) {
            assertTrue(report.isValid(0));
            assertTrue(apply(database, "--phase", "contract").exits(6).err().contains("reports"));
            apply(database, "--phase", "contract", "--ignore-client", "reports").exits(0);
        }
        String status = Cli.run("status", "--url", database.url(), "--format", "json")
                .exits(0)
                .out();
        Map<?, ?> tree = (Map<?, ?>) Json.parse(status, "status");
        Map<?, ?> second = (Map<?, ?>) ((List<?>) tree.get("migrations")).get(1);
        assertEquals("contracted", second.get("state"));
        assertEquals(List.of(), second.get("gateReasons"));
        assertFalse(status.contains("password"), status);
    }

    @Test
    void aPlanShowsTheStepsAndWritesNothing(TestDatabase database) throws Exception {
        createWithRows(database);
        Path to = Models.write(dir.resolve("v2.json"), V2);
        String text = Cli.run("plan", "--from", database.url(), "--to", to.toString(), "--changelog", changelog())
                .exits(0)
                .out();
        assertTrue(text.startsWith("0002_preview: 2 changes, "), text);
        for (String part : List.of(
                "\nEXPAND, before the rollout of the new version\n",
                "\nBACKFILL, in batches\n",
                "\nCONTRACT, after the rollout, behind the gate\n",
                "-- rollback: ",
                "lock ACCESS EXCLUSIVE",
                "ADD COLUMN")) {
            assertTrue(text.contains(part), part + " in\n" + text);
        }
        String json = Cli.run("plan", "--from", database.url(), "--to", to.toString(), "--format", "json")
                .exits(0)
                .out();
        Map<?, ?> tree = (Map<?, ?>) Json.parse(json, "plan");
        assertEquals("0001_preview", ((Map<?, ?>) tree.get("plan")).get("id"));
        assertEquals(List.of(), tree.get("refusals"));
        try (Stream<Path> written = Files.list(dir.resolve("changelog"))) {
            assertEquals(2, written.count(), "the first migration and the root file");
        }
    }

    @Test
    void declarationsOfTheCommandLineDoWhatAnnotationsDo() {
        Path from = Models.write(dir.resolve("v1.json"), V1);
        Path to = Models.write(dir.resolve("v2.json"), new Model(V2.schema(), Declarations.NONE));
        String guessed = Cli.run("diff", "--from", from.toString(), "--to", to.toString())
                .exits(0)
                .out();
        assertTrue(guessed.contains("drop column customer.email"), guessed);
        String told = Cli.run(
                        "diff",
                        "--from",
                        from.toString(),
                        "--to",
                        to.toString(),
                        "--rename",
                        "customer.email=email_address")
                .exits(0)
                .out();
        assertTrue(told.contains("rename column customer.email to email_address"), told);
        assertFalse(told.contains("drop column"), told);
        assertTrue(told.endsWith("\n2 changes: 1 caution, 1 safe\n"), told);
    }

    @Test
    void aRequiredColumnIsFilledAsTheCommandLineSays(TestDatabase database) throws Exception {
        createWithRows(database);
        Model required = model(table(
                "customer",
                id(),
                column("email", "varchar(100)"),
                column("name", "text not null"),
                column("region", "text not null")));
        generate(required, "add_region", "--backfill", "customer.region='EU-' || id % 2")
                .exits(0);
        apply(database, "--phase", "expand,contract").exits(0);
        assertEquals(
                List.of(List.of("EU-0", "1500"), List.of("EU-1", "1500")),
                database.query("SELECT region, count(*) FROM customer GROUP BY 1 ORDER BY 1"));
        String from = database.url();
        String to = dir.resolve("classes").toString();
        assertEquals(
                "no differences\n",
                Cli.run("diff", "--from", from, "--to", to).exits(0).out());
    }

    @Test
    void whatALiveDatabaseHasBesideTheModelStaysOutOfTheMigration(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE client (id bigint CONSTRAINT customer_pkey PRIMARY KEY, email varchar(100),"
                        + " name text NOT NULL, shoe_size integer)",
                "CREATE INDEX by_shoe ON client (shoe_size)",
                "CREATE TABLE zebra (id bigint)");
        Cli.Result generated = generate(
                        V2,
                        "adopt",
                        "--from",
                        database.url(),
                        "--rename",
                        "client=customer",
                        "--rename",
                        "client.email=email_address")
                .exits(0);
        assertTrue(generated.err().contains("note: column customer.shoe_size is not in the model"), generated.err());
        String expand = Files.readString(dir.resolve("changelog/0001_adopt/expand.sql"));
        String contract = Files.readString(dir.resolve("changelog/0001_adopt/contract.sql"));
        assertFalse((expand + contract).contains("zebra") || expand.contains("shoe"), expand + contract);
        apply(database).exits(0);
        apply(database, "--phase", "contract").exits(0);
        assertEquals(
                "no differences\n",
                Cli.run(
                                "diff",
                                "--from",
                                database.url(),
                                "--to",
                                dir.resolve("classes").toString())
                        .exits(0)
                        .out());
        assertEquals(List.of(), database.query("SELECT shoe_size FROM customer"));
    }

    @Test
    void aRefusedChangeWritesNothing() {
        generate(V1, "create").exits(0);
        Model other = model(table("customer", id(), column("email", "jsonb"), column("name", "text not null")));
        Path to = Models.write(dir.resolve("v2.json"), other);
        Cli.Result plan = Cli.run("plan", "--from", dir.resolve("baseline.json").toString(), "--to", to.toString())
                .exits(3);
        assertTrue(plan.out().startsWith("refused: "), plan.out());
        assertTrue(plan.out().contains("customer.email"), plan.out());
        Cli.Result generated = generate(other, "to_json").exits(3);
        assertTrue(generated.err().contains("customer.email"), generated.err());
        assertEquals("", generated.out());
        assertFalse(Files.exists(dir.resolve("changelog/0002_to_json")), "nothing half done");
    }

    @Test
    void aDryRunPrintsTheStatementsAndRunsNone(TestDatabase database) throws Exception {
        generate(V1, "create").exits(0);
        String statements = apply(database, "--dry-run").exits(0).out();
        assertTrue(statements.contains("CREATE TABLE"), statements);
        assertEquals(
                List.of(List.of("0")),
                database.query("SELECT count(*) FROM pg_namespace WHERE nspname = 'migratable'"));
        assertEquals(List.of(List.of("0")), database.query("SELECT count(*) FROM pg_class WHERE relname = 'customer'"));
    }

    @Test
    void aChangelogThatWasEditedAfterItRanIsNamed(TestDatabase database) throws Exception {
        createWithRows(database);
        Path expand = dir.resolve("changelog/0001_create/expand.sql");
        String before = Files.readString(expand);
        String after = before.replace("approved_by text", "approved_by varchar");
        assertFalse(before.equals(after), before);
        Files.writeString(expand, after);
        String line = apply(database).exits(1).errorLine();
        assertTrue(line.contains("0001_create"), line);
    }

    @Test
    void aMissingChangelogIsNamed(TestDatabase database) {
        String line = apply(database).exits(1).errorLine();
        assertTrue(line.startsWith("CLI09 " + changelog() + ": there is no db.changelog-root.yaml"), line);
        Cli.Result status = Cli.run("status", "--url", database.url());
        assertEquals("no migrations\n", status.exits(0).out());
    }

    @Test
    void aMissingPrivilegeIsNamed(TestDatabase database) throws Exception {
        String role = "r_" + database.name();
        // Before PostgreSQL 15 everybody may create in it.
        database.execute(
                "CREATE ROLE " + role + " LOGIN PASSWORD 's3cret'", "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        try {
            generate(V1, "create").exits(0);
            String url = "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name();
            Cli.Result result =
                    Cli.run("apply", "--url", url + "?user=" + role + "&password=s3cret", "--changelog", changelog());
            result.exits(8);
            assertEquals("", result.out());
            assertTrue(
                    result.err()
                            .contains(
                                    "error: PRE05 schema public: the role " + role + " may not create anything in it."),
                    result.err());
            assertFalse(result.err().contains("s3cret"), result.err());
            assertFalse(result.err().contains("\tat "), result.err());
        } finally {
            database.execute("DROP OWNED BY " + role, "DROP ROLE " + role);
        }
    }

    @Test
    void anUnreadableChangelogIsNamed(TestDatabase database) throws IOException {
        generate(V1, "create").exits(0);
        Path plan = dir.resolve("changelog/0001_create/plan.json");
        Files.write(plan, "{".getBytes(StandardCharsets.UTF_8));
        String line = apply(database).exits(1).errorLine();
        assertTrue(line.contains("plan.json"), line);
    }
}

package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.Column;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PostgresTest
class LiveSourceTest {

    @TempDir
    private Path dir;

    private static void createForeignSchema(TestDatabase database) throws IOException, SQLException {
        try (InputStream script = LiveSourceTest.class.getResourceAsStream("foreign-schema.sql")) {
            database.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aSnapshotOfAnySchemaDiffersFromItsDatabaseInNothing(TestDatabase database) throws Exception {
        createForeignSchema(database);
        String file = dir.resolve("model.json").toString();
        Cli.run("snapshot", database.url(), "-o", file).exits(0);
        String snapshot = Files.readString(Path.of(file));
        for (String part :
                new String[] {"Entry.Line", "no overlap", "event_2026_a", "Weird", "post_code", "person_fill"}) {
            assertTrue(snapshot.contains(part), part + " in\n" + snapshot);
        }
        Cli.Result forth = Cli.run("diff", "--from", file, "--to", database.url(), "--exit-code");
        assertEquals("no differences\n", forth.exits(0).out());
        assertEquals("", forth.err());
        Cli.Result back = Cli.run("diff", "--from", database.url(), "--to", file, "--exit-code");
        assertEquals("no differences\n", back.exits(0).out());
        Cli.Result live = Cli.run("diff", "--from", database.url(), "--to", database.url(), "--exit-code");
        assertEquals("no differences\n", live.exits(0).out());
    }

    @Test
    void tablesOfOthersAreLeftOutAndNeverTakenForMissing(TestDatabase database) throws Exception {
        String role = "r_" + database.name();
        database.execute(
                "CREATE ROLE " + role + " LOGIN PASSWORD 's3cret'",
                "CREATE TABLE mine (id bigint PRIMARY KEY)",
                "CREATE TABLE theirs (id bigint PRIMARY KEY)",
                "ALTER TABLE mine OWNER TO " + role);
        try {
            String url = "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.name()
                    + "?user=" + role + "&password=s3cret";
            Cli.Result snapshot = Cli.run("snapshot", url).exits(0);
            assertTrue(snapshot.out().contains("\"mine\"") && !snapshot.out().contains("theirs"), snapshot.out());
            assertTrue(
                    snapshot.err()
                            .matches("note: 1 table of other owners \\(.+\\), on which the connecting role has no"
                                    + " privilege: left out\\R"),
                    snapshot.err());
            String all = dir.resolve("all.json").toString();
            Cli.run("snapshot", database.url(), "-o", all).exits(0);
            String error = Cli.run("diff", "--from", url, "--to", all).exits(1).err();
            assertTrue(error.contains("CAT05 the table theirs is there and belongs to the role "), error);
        } finally {
            database.execute("DROP OWNED BY " + role, "DROP ROLE " + role);
        }
    }

    @Test
    void theServerDecidesWhichExpressionsAreTheSame(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE job (id bigint PRIMARY KEY, pause interval DEFAULT '90 minutes', rank integer,"
                + " CONSTRAINT job_rank CHECK (rank = '5'))");
        Path file = dir.resolve("model.json");
        Cli.run("snapshot", database.url(), "-o", file.toString()).exits(0);
        String snapshot = Files.readString(file);
        Files.writeString(file, snapshot.replace("'01:30:00'::interval", "'PT1H30M'"));
        Cli.Result same = Cli.run("diff", "--from", database.url(), "--to", file.toString(), "--exit-code");
        assertEquals("no differences\n", same.exits(0).out());
        Files.writeString(file, snapshot.replace("rank = 5", "rank::text = '5'"));
        String text = Cli.run("diff", "--from", database.url(), "--to", file.toString(), "--exit-code")
                .exits(2)
                .out();
        assertTrue(text.contains("job_rank"), text);
    }

    @Test
    void whatIsPlannedIsWhatTheServerSeesToo(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE job (id bigint PRIMARY KEY, pause interval DEFAULT '90 minutes', rank integer,"
                + " CONSTRAINT job_rank CHECK (rank = '5'))");
        Path file = dir.resolve("model.json");
        Cli.run("snapshot", database.url(), "-o", file.toString()).exits(0);
        String snapshot = Files.readString(file)
                .replace("'01:30:00'::interval", "'PT1H30M'")
                .replace("{\"name\": \"rank\"", "{\"name\": \"note\", \"type\": \"text\"}, {\"name\": \"rank\"");
        Files.writeString(file, snapshot);
        for (String command : List.of("diff", "plan")) {
            String text = Cli.run(command, "--from", database.url(), "--to", file.toString())
                    .exits(0)
                    .out();
            assertTrue(text.contains("add column job.note"), text);
            assertFalse(text.contains("pause"), text);
        }
    }

    @Test
    void whatHangsOnAColumnIsNamedAndRefused(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE customer (id bigint PRIMARY KEY, email varchar(50), fax text)",
                "CREATE VIEW emails AS SELECT email FROM customer",
                "CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER audit AFTER UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION noted()",
                "CREATE PUBLICATION \"outbox of " + database.name() + "\" FOR TABLE customer",
                "INSERT INTO customer SELECT i, 'e', 'f' FROM generate_series(1, 3) i",
                "ANALYZE");
        Path desired = Models.write(
                dir.resolve("model.json"),
                model(table("customer", id(), column("email", "varchar(90)"), column("phone", "text"))));
        String[] sides = {"--from", database.url(), "--to", desired.toString(), "--rename", "customer.fax=phone"};
        String diff = Cli.run(Stream.concat(Stream.of("diff"), Stream.of(sides)).toArray(String[]::new))
                .exits(0)
                .out();
        assertTrue(diff.contains("MIG209 customer.email: changes its type while view public.emails uses it"), diff);
        assertTrue(diff.contains("MIG513 customer.phone: changes while outbox of "), diff);
        assertTrue(diff.contains("MIG514 customer.phone: is filled in every row, for each of which audit fires"), diff);
        Cli.Result plan =
                Cli.run(Stream.concat(Stream.of("plan"), Stream.of(sides)).toArray(String[]::new));
        String refused = plan.exits(ExitCode.REFUSED).out() + plan.err();
        assertTrue(
                refused.contains(
                        "PLN01 change type of customer.email from character varying(50) to character varying(90):"
                                + " it changes its type while view public.emails uses it, which PostgreSQL refuses. Drop that"
                                + " before and create it again, with its grants, by a migration of your own."),
                refused);
    }

    @Test
    void whatModelsCannotSayOfATableStays(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE event (id bigint, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at)",
                "CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM ('2020-01-01') TO ('2030-01-01')",
                "CREATE UNLOGGED TABLE cached (id bigint PRIMARY KEY)",
                "CREATE TABLE room (id bigint PRIMARY KEY, during tsrange, EXCLUDE USING gist (during WITH &&))");
        Path desired = Models.write(
                dir.resolve("model.json"),
                model(
                        table("room", id(), column("during", "tsrange"), column("note", "text")),
                        table("cached", id(), column("note", "text"))));
        Path baseline = dir.resolve("baseline.json");
        String plan = Cli.run("plan", "--from", database.url(), "--to", desired.toString())
                .exits(0)
                .out();
        assertTrue(plan.contains("ALTER TABLE public.room ADD COLUMN IF NOT EXISTS note text"), plan);
        assertTrue(plan.contains("ALTER TABLE public.cached ADD COLUMN IF NOT EXISTS note text"), plan);
        Cli.run(
                        "generate",
                        "--from",
                        database.url(),
                        "--to",
                        desired.toString(),
                        "--changelog",
                        dir.resolve("changelog").toString(),
                        "--name",
                        "add_notes",
                        "--baseline",
                        baseline.toString())
                .exits(0);
        assertEquals(
                "no differences\n",
                Cli.run("diff", "--from", baseline.toString(), "--to", desired.toString())
                        .exits(0)
                        .out());
    }

    @ParameterizedTest
    @CsvSource({"diff", "plan"})
    void countsReachEveryFormat(String command, TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE customer (id bigint PRIMARY KEY, email text)",
                "CREATE TABLE others (id bigint PRIMARY KEY)",
                "INSERT INTO customer SELECT i, CASE WHEN i > 17 THEN 'e' END FROM generate_series(1, 2000) i",
                "ANALYZE");
        Path desired = Models.write(
                dir.resolve("model.json"),
                model(table("customer", id(), column("email", "text not null")), table("others", id())));
        for (Format format : Format.values()) {
            String name = format.name().toLowerCase(Locale.ROOT);
            for (List<String> filter : List.of(List.<String>of(), List.of("--table", "customer"))) {
                List<String> args = new ArrayList<>(
                        List.of(command, "--from", database.url(), "--to", desired.toString(), "--format", name));
                args.addAll(filter);
                String text = Cli.run(args.toArray(String[]::new)).exits(0).out();
                assertTrue(text.contains("17 of 2,000 rows hold NULL"), () -> name + ": " + text);
            }
        }
    }

    @Test
    void aSnapshotIsTheSameBytesEachTime(TestDatabase database) throws Exception {
        createForeignSchema(database);
        String first = Cli.run("snapshot", database.url()).exits(0).out();
        assertEquals(first, Cli.run("snapshot", database.url()).exits(0).out());
        Path file = Files.writeString(dir.resolve("model.json"), first);
        assertEquals(first, Cli.run("snapshot", file.toString()).exits(0).out());
    }

    @Test
    void aFileIsComparedWithADatabaseWhole(TestDatabase database) throws Exception {
        Path file = dir.resolve("model.json");
        database.execute("CREATE TABLE customer (id bigint PRIMARY KEY, email varchar(100))");
        Cli.run("snapshot", database.url(), "-o", file.toString()).exits(0);
        database.execute(
                "ALTER TABLE customer DROP COLUMN email",
                "ALTER TABLE customer ADD COLUMN name text",
                "CREATE TABLE extra (id bigint PRIMARY KEY)");
        String text = Cli.run("diff", "--from", file.toString(), "--to", database.url(), "--exit-code")
                .exits(2)
                .out();
        assertTrue(text.contains("drop column customer.email"), text);
        assertTrue(text.contains("add column customer.name text"), text);
        assertTrue(text.contains("create table extra"), text);
    }

    @Test
    void whatAModelDoesNotSpeakOfIsLeftAlone(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE customer (id bigint PRIMARY KEY, email text, shoe_size integer)",
                "CREATE TABLE others (id bigint PRIMARY KEY)");
        Path module = Models.write(
                dir.resolve("classes/META-INF/migratable/model.json"),
                model(table("customer", id(), column("email", "text"))));
        String classes = dir.resolve("classes").toString();
        Cli.Result quiet = Cli.run("diff", "--from", database.url(), "--to", classes, "--exit-code");
        assertEquals("no differences\n", quiet.exits(0).out());
        assertEquals(
                "note: 1 table not in the model: left alone\n"
                        + "note: column customer.shoe_size is not in the model: left alone\n",
                quiet.err());
        Cli.Result retired = Cli.run(
                "diff",
                "--from",
                database.url(),
                "--to",
                module.toString(),
                "--retire",
                "customer.shoe_size",
                "--exit-code");
        assertTrue(retired.exits(2).out().contains("  drop column customer.shoe_size\n"), retired.out());
        assertEquals("note: 1 table not in the model: left alone\n", retired.err());
    }

    @Test
    void aFilterKeepsWhatTheModelDoesNotSpeakOfOutOfTheBaseline(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE customer (id bigint PRIMARY KEY)",
                "CREATE TABLE purchase (id bigint PRIMARY KEY)",
                "CREATE TABLE others (id bigint PRIMARY KEY REFERENCES customer)");
        Path desired = Models.write(
                dir.resolve("model.json"),
                model(
                        table("customer", id(), column("email", "text")),
                        table("purchase", id(), column("total", "bigint"))));
        Path baseline = dir.resolve("baseline.json");
        Cli.Result generated = Cli.run(
                "generate",
                "--from",
                database.url(),
                "--to",
                desired.toString(),
                "--table",
                "customer",
                "--changelog",
                dir.resolve("changelog").toString(),
                "--name",
                "add_email",
                "--baseline",
                baseline.toString());
        assertEquals(
                "filter: hides 2 of 3 tables, with 1 change\n",
                generated.exits(0).err());
        assertEquals(
                List.of(List.of("id", "email"), List.of("id")),
                SourceReader.readFile(baseline).schema().tables().stream()
                        .map(kept -> kept.columns().stream().map(Column::name).toList())
                        .toList());
    }

    @Test
    void aLargeTableIsHiddenBehindAView(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE customer (id bigint PRIMARY KEY, email text)",
                "INSERT INTO customer SELECT n, n FROM generate_series(1, 100) n",
                "ANALYZE customer");
        Path desired = Models.write(dir.resolve("model.json"), model(table("customer", id(), column("mail", "text"))));
        Path baseline =
                Models.write(dir.resolve("baseline.json"), model(table("customer", id(), column("email", "text"))));
        for (String from : List.of(database.url(), baseline.toString())) {
            List<String> args = new ArrayList<>(
                    List.of("plan", "--from", from, "--to", desired.toString(), "--rename", "customer.email=mail"));
            if (!from.equals(database.url())) {
                args.addAll(List.of("--rows-of", database.url()));
            }
            Cli.Result small = Cli.run(with(args, "--rename-by-view-beyond", "100"));
            assertTrue(small.exits(0).out().contains("backfill-customer"), small.out());
            Cli.Result large = Cli.run(with(args, "--rename-by-view-beyond", "99"));
            assertTrue(large.exits(0).out().contains("alias-customer-mail"), large.out());
            assertTrue(
                    large.err().contains("note: customer has about 100 rows: email is renamed to mail by a view\n"),
                    large.err());
        }
    }

    private static String[] with(List<String> args, String... more) {
        return Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new);
    }
}

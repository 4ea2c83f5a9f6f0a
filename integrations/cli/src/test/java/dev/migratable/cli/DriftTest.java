package dev.migratable.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two live databases that drifted apart, and one of them brought to the other's schema. */
@PostgresTest
class DriftTest {

    private static final String[] COMMON = {
        "CREATE TABLE customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,"
                + " state text CHECK (state IN ('new', 'old')), fax text)",
        "CREATE TABLE purchase (id bigint PRIMARY KEY, customer_id bigint REFERENCES customer, total numeric(10, 2))",
        "CREATE SEQUENCE ticket INCREMENT 50",
        "INSERT INTO customer (name, state, fax) SELECT 'n' || i, 'new', i FROM generate_series(1, 100) i",
        "INSERT INTO purchase SELECT i, i, i FROM generate_series(1, 100) i"
    };

    private static final String[] AHEAD = {
        "ALTER TABLE customer ADD COLUMN region text DEFAULT 'eu' NOT NULL",
        "CREATE INDEX customer_region ON customer (region) WHERE state = 'new'",
        "ALTER TABLE customer DROP COLUMN fax",
        "ALTER TABLE purchase ALTER COLUMN customer_id SET NOT NULL",
        "ALTER TABLE purchase ADD UNIQUE (customer_id, total)",
        "CREATE SCHEMA shop",
        "CREATE TABLE shop.line (id bigint PRIMARY KEY, purchase_id bigint NOT NULL REFERENCES purchase ON DELETE CASCADE,"
                + " note varchar(40) DEFAULT 'none')",
        "COMMENT ON COLUMN shop.line.note IS 'free text'"
    };

    @TempDir
    private Path dir;

    private String production = "";
    private String staging = "";

    @BeforeEach
    void createBoth(TestDatabase first) throws SQLException {
        String second = first.name() + "_staging";
        first.execute("CREATE DATABASE " + second);
        production = first.url();
        staging = first.url().replace("/" + first.name(), "/" + second);
        execute(production, COMMON);
        execute(staging, COMMON);
    }

    @AfterEach
    void dropSecond(TestDatabase first) throws SQLException {
        first.execute("DROP DATABASE " + first.name() + "_staging WITH (FORCE)");
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection session = DriverManager.getConnection(url);
                Statement statement = session.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Cli.Result diff(String from, String to, String... more) {
        List<String> args = new ArrayList<>(List.of("diff", "--from", from, "--to", to, "--exit-code"));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    @Test
    void whatNoModelOwnsIsNotedWhereOneSideLacksIt() throws SQLException {
        execute(
                production,
                "CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER audited BEFORE INSERT ON customer FOR EACH ROW EXECUTE FUNCTION audit()",
                "ALTER TABLE customer REPLICA IDENTITY FULL");
        execute(
                staging,
                "CREATE VIEW names AS SELECT name FROM customer",
                "CREATE TABLE other (id bigint PRIMARY KEY)");
        Cli.Result result = Cli.run("diff", "--from", production, "--to", staging, "--table", "customer");
        assertEquals("no differences\n", result.exits(0).out());
        List<String> notes =
                result.err().lines().filter(l -> l.startsWith("note: ")).toList();
        assertEquals(
                List.of(
                        "note: on the current side only: trigger audited of customer",
                        "note: on the current side only: setting replica identity full of customer",
                        "note: on the desired side only: view public.names of customer.name"),
                notes.stream().map(n -> n.replaceFirst(" \\(.*", "")).toList());
    }

    @Test
    void settingsDifferBetweenSourcesThatKnowOfThemAndNoOthers() throws SQLException {
        execute(
                production,
                "ALTER TABLE customer ALTER COLUMN name SET STORAGE EXTERNAL, ALTER COLUMN name SET STATISTICS 500,"
                        + " SET (fillfactor = 70)",
                "COMMENT ON CONSTRAINT customer_pkey ON customer IS 'the key'",
                "ALTER INDEX customer_pkey SET (fillfactor = 80)",
                "CREATE UNLOGGED TABLE fleeting (id bigint PRIMARY KEY)");
        execute(staging, "CREATE TABLE fleeting (id bigint PRIMARY KEY)");
        String tuned = dir.resolve("tuned.json").toString();
        Cli.run("snapshot", production, "-o", tuned).exits(0);
        String expected = diff(staging, production).exits(2).out();
        for (String line : List.of(
                "change storage of customer.name from the type's own to external",
                "change statistics target of customer.name from the default to 500",
                "change storage parameters of table customer: fillfactor from the default to 70",
                "change storage parameters of index customer_pkey of customer: fillfactor from the default to 80",
                "change comment of constraint customer_pkey of customer from none to the key",
                "make table fleeting unlogged")) {
            assertTrue(expected.contains(line), expected);
        }
        assertEquals(expected, diff(staging, tuned).exits(2).out());
        assertEquals("no differences\n", diff(production, tuned).exits(0).out());
        Cli.Result plan = Cli.run("plan", "--from", staging, "--to", production);
        assertTrue(
                plan.exits(3).out().contains("make table fleeting unlogged: MIG105 it becomes unlogged"), plan.out());
    }

    @Test
    void suggestionsOfRenamesLookAtTheValues() throws SQLException {
        execute(
                production,
                "CREATE TABLE person (id bigint PRIMARY KEY, contact_a text, contact_b text)",
                "INSERT INTO person SELECT i, CASE WHEN i % 4 > 0 THEN repeat('x', 20) END, 'n' || i"
                        + " FROM generate_series(1, 1000) i");
        execute(staging, "CREATE TABLE person (id bigint PRIMARY KEY, contact_c varchar(10) NOT NULL UNIQUE)");
        String question = "person.contact_c: comes while ";
        String unknown = diff(production, staging).exits(2).out();
        assertTrue(unknown.contains(question + "contact_a"), unknown);
        execute(production, "ANALYZE person");
        String known = diff(production, staging).exits(2).out();
        assertTrue(known.contains(question + "contact_b"), known);
        assertEquals(known, diff(production, staging).exits(2).out(), "the same again");
    }

    @Test
    void whatDriftedApartIsShownWholeOnEitherSide() throws SQLException {
        Cli.Result same = diff(production, staging);
        assertEquals("no differences\n", same.exits(0).out());
        assertEquals("", same.err());
        execute(staging, AHEAD);
        String forth = diff(production, staging).exits(2).out();
        assertTrue(forth.contains("drop column customer.fax"), forth);
        assertTrue(forth.contains("create table shop.line with 3 columns"), forth);
        String back = diff(staging, production).exits(2).out();
        assertTrue(back.contains("drop table shop.line with 3 columns"), back);
        assertTrue(back.contains("add column customer.fax text"), back);
        Cli.Result narrowed = diff(production, staging, "--schema", "shop");
        assertTrue(narrowed.exits(2).out().contains("create table shop.line"), narrowed.out());
        assertTrue(
                narrowed.err().matches("filter: hides 2 of 3 tables and 1 of 1 sequence, with \\d+ changes\\R"),
                narrowed.err());
        assertTrue(diff(production, staging, "--fail-on", "destructive")
                .exits(ExitCode.RISK)
                .err()
                .matches("\\d+ changes? (is|are) DESTRUCTIVE \\(--fail-on destructive\\)\\R"));
    }

    @Test
    void oneIsBroughtToTheSchemaOfTheOther(TestDatabase database) throws SQLException {
        execute(staging, AHEAD);
        String changelog = dir.resolve("changelog").toString();
        String[] sides = {"--from", production, "--to", staging, "--retire", "customer.fax"};
        run("plan", sides);
        run(
                "generate",
                sides,
                "--changelog",
                changelog,
                "--name",
                "follow_staging",
                "--baseline",
                dir.resolve("baseline.json").toString());
        Cli.run("apply", "--url", production, "--changelog", changelog).exits(0);
        Cli.run("apply", "--url", production, "--changelog", changelog, "--phase", "contract")
                .exits(0);
        Cli.Result after = diff(production, staging);
        assertEquals("no differences\n", after.exits(0).out());
        assertTrue(after.err().contains("column customer."), after.err());
        assertTrue(after.err().contains("is parked by an earlier migration: left alone"), after.err());
        assertEquals("no differences\n", diff(staging, production).exits(0).out());
        assertEquals(
                List.of(List.of("100", "eu")),
                database.query(
                        "SELECT count(*), min(region) FROM customer JOIN purchase ON customer_id = customer.id"));
    }

    @Test
    void structureIsBroughtOverToo(TestDatabase database) throws SQLException {
        execute(
                production,
                "CREATE TABLE entry (id bigserial PRIMARY KEY, code text)",
                "INSERT INTO entry (code) SELECT 'c' || i FROM generate_series(1, 20) i",
                "CREATE TABLE tag (entry_id bigint REFERENCES entry)",
                "CREATE TABLE fleeting (id bigint)");
        execute(
                staging,
                "CREATE TABLE entry (id bigint GENERATED ALWAYS AS IDENTITY UNIQUE, code text PRIMARY KEY)",
                "CREATE TABLE tag (entry_id bigint REFERENCES entry (id))",
                "CREATE UNLOGGED TABLE fleeting (id bigint)");
        String changelog = dir.resolve("changelog").toString();
        String[] sides = {
            "--from",
            production,
            "--to",
            staging,
            "--accept-risk",
            "fleeting=MIG310:it is small",
            "--accept-risk",
            "fleeting=MIG105:made anew every night"
        };
        run("plan", sides);
        run(
                "generate",
                sides,
                "--changelog",
                changelog,
                "--name",
                "follow_staging",
                "--baseline",
                dir.resolve("baseline.json").toString());
        Cli.run("apply", "--url", production, "--changelog", changelog).exits(0);
        execute(production, "INSERT INTO entry (code) VALUES ('between')");
        Cli.run("apply", "--url", production, "--changelog", changelog, "--phase", "contract")
                .exits(0);
        execute(production, "INSERT INTO entry (code) VALUES ('after')");
        assertEquals("no differences\n", diff(production, staging).exits(0).out());
        assertEquals(
                List.of(List.of("21", "22")),
                database.query("SELECT min(id), max(id) FROM entry WHERE code IN ('between', 'after')"));
    }

    private static void run(String command, String[] sides, String... more) {
        Cli.run(Stream.of(Stream.of(command), Stream.of(sides), Stream.of(more))
                        .flatMap(part -> part)
                        .toArray(String[]::new))
                .exits(0);
    }
}

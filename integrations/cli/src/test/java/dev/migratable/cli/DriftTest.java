package dev.migratable.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static Cli.Result diff(TestDatabase from, TestDatabase to, String... more) {
        List<String> args = new ArrayList<>(List.of("diff", "--from", from.url(), "--to", to.url(), "--exit-code"));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    @Test
    void whatDriftedApartIsShownWholeOnEitherSide(TestDatabase production, TestDatabase staging) throws Exception {
        production.execute(COMMON);
        staging.execute(COMMON);
        Cli.Result same = diff(production, staging);
        assertEquals("no differences\n", same.exits(0).out());
        assertEquals("", same.err());
        staging.execute(AHEAD);
        String forth = diff(production, staging).exits(2).out();
        assertTrue(forth.contains("drop column customer.fax"), forth);
        assertTrue(forth.contains("create table shop.line with 3 columns"), forth);
        String back = diff(staging, production).exits(2).out();
        assertTrue(back.contains("drop table shop.line with 3 columns"), back);
        assertTrue(back.contains("add column customer.fax text"), back);
        Cli.Result narrowed = diff(production, staging, "--schema", "shop");
        assertTrue(narrowed.exits(2).out().contains("create table shop.line"), narrowed.out());
        assertTrue(narrowed.err().matches("filter: hides 2 of 3 tables and 1 of 1 sequence, with \\d+ changes\\R"),
                narrowed.err());
    }

    @Test
    void oneIsBroughtToTheSchemaOfTheOther(TestDatabase production, TestDatabase staging) throws Exception {
        production.execute(COMMON);
        staging.execute(COMMON);
        staging.execute(AHEAD);
        String changelog = dir.resolve("changelog").toString();
        List<String> sides = List.of("--from", production.url(), "--to", staging.url(), "--retire", "customer.fax");
        List<String> plan = new ArrayList<>(List.of("plan"));
        plan.addAll(sides);
        Cli.run(plan.toArray(String[]::new)).exits(0);
        List<String> generate = new ArrayList<>(List.of("generate", "--changelog", changelog, "--name", "follow_staging"));
        generate.addAll(sides);
        generate.addAll(List.of("--baseline", dir.resolve("baseline.json").toString()));
        Cli.run(generate.toArray(String[]::new)).exits(0);
        Cli.run("apply", "--url", production.url(), "--changelog", changelog, "--phase", "expand,contract")
                .exits(0);
        Cli.Result after = diff(production, staging);
        assertEquals("no differences\n", after.exits(0).out());
        assertTrue(after.err().contains("parked by an earlier migration: left alone"), after.err());
        assertEquals("no differences\n", diff(staging, production).exits(0).out());
        assertEquals(
                List.of(List.of("100", "eu")),
                production.query("SELECT count(*), min(region) FROM customer JOIN purchase ON customer_id = customer.id"));
    }
}

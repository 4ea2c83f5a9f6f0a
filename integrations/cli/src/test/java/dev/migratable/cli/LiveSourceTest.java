package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}

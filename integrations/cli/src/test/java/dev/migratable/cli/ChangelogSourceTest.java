package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.Model;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changelog as a source: replayed, contracts included, in a database that is gone afterwards. */
@PostgresTest
class ChangelogSourceTest {

    @TempDir
    private Path dir;

    private Path generate(String name, Model model, String... more) {
        Path file = Models.write(dir.resolve(name + ".json"), model);
        List<String> args = new ArrayList<>(List.of(
                "generate",
                "--to",
                file.toString(),
                "--changelog",
                changelog(),
                "--name",
                name,
                "--baseline",
                dir.resolve("baseline.json").toString()));
        args.addAll(List.of(more));
        Cli.run(args.toArray(String[]::new)).exits(0);
        return file;
    }

    private String changelog() {
        return dir.resolve("changelog").toString();
    }

    private static long scratchDatabases(TestDatabase database) throws SQLException {
        return database.query("SELECT datname FROM pg_database WHERE datname LIKE 'migratable_scratch_%'")
                .size();
    }

    @Test
    void whatItMakesIsCompared(TestDatabase database) throws Exception {
        generate("create", model(table("customer", id(), column("email", "text"), column("fax", "text"))));
        Path desired = generate(
                "rename",
                model(table("customer", id(), column("mail", "text"), column("region", "text"))),
                "--rename",
                "customer.email=mail",
                "--retire",
                "customer.fax");
        String[] replayed = {"--from", changelog(), "--to", desired.toString(), "--scratch", database.url()};
        List<String> diff = new ArrayList<>(List.of("diff"));
        diff.addAll(List.of(replayed));
        assertEquals(
                "no differences\n",
                Cli.run(diff.toArray(String[]::new)).exits(0).out());
        Path later = Models.write(
                dir.resolve("later.json"),
                model(table("customer", id(), column("mail", "text"), column("region", "text"), column("x", "text"))));
        String text = Cli.run("plan", "--from", changelog(), "--to", later.toString(), "--scratch", database.url())
                .exits(0)
                .out();
        assertTrue(text.contains("add column customer.x"), text);
        assertEquals(0, scratchDatabases(database));
    }

    @Test
    void oneThatFailsLeavesNoDatabaseBehind(TestDatabase database) throws Exception {
        generate("create", model(table("customer", id())));
        Path expand = dir.resolve("changelog/0001_create/expand.sql");
        Files.writeString(expand, Files.readString(expand).replace("CREATE TABLE", "CREATE TABEL"));
        Cli.Result result = Cli.run("snapshot", changelog(), "--scratch", database.url());
        assertTrue(result.exits(1).err().contains("TABEL"), result.err());
        assertEquals(0, scratchDatabases(database));
    }
}

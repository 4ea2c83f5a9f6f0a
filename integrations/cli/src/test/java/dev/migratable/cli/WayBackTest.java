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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes back, is given up for good, or is tried both ways before. */
@PostgresTest
class WayBackTest {

    private static final Model V1 =
            model(table("customer", id(), column("email", "text"), column("fax", "text"), column("name", "text")));
    private static final Model V2 =
            model(table("customer", id(), column("mail", "text"), column("name", "text"), column("phone", "text")));

    @TempDir
    private Path dir;

    private Path generate(String name, Model model, String... more) {
        Path file = Models.write(dir.resolve(name + ".json"), model);
        List<String> args = new ArrayList<>(List.of("generate", "--to", file.toString(), "--name", name));
        args.addAll(List.of(
                "--changelog",
                changelog(),
                "--baseline",
                dir.resolve("baseline.json").toString()));
        args.addAll(List.of(more));
        Cli.run(args.toArray(String[]::new)).exits(0);
        return file;
    }

    private Path generateBoth() {
        generate("create", V1);
        return generate("evolve", V2, "--rename", "customer.email=mail", "--retire", "customer.fax");
    }

    private String changelog() {
        return dir.resolve("changelog").toString();
    }

    private Cli.Result run(TestDatabase database, String command, String... more) {
        return Cli.run(
                Stream.concat(Stream.of(command, "--url", database.url(), "--changelog", changelog()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void contracted(TestDatabase database) throws Exception {
        generate("create", V1);
        run(database, "apply").exits(0);
        database.execute("INSERT INTO customer VALUES (1, 'a@x.org', '555', 'a')");
        generate("evolve", V2, "--rename", "customer.email=mail", "--retire", "customer.fax");
        run(database, "apply", "--phase", "expand,contract").exits(0);
        database.execute("INSERT INTO customer (id, mail, name) VALUES (2, 'b@x.org', 'b')");
    }

    @Test
    void theLatestMigrationIsUndone(TestDatabase database) throws Exception {
        contracted(database);
        String statements =
                run(database, "rollback", "--to", "0001", "--dry-run").exits(0).out();
        assertTrue(statements.contains("RENAME COLUMN email__parked_0002 TO email"), statements);
        database.execute("UPDATE customer SET phone = '1' WHERE id = 1");
        Cli.Result closed = run(database, "rollback", "--to", "0001").exits(6);
        assertTrue(closed.out().matches("undid \\d+ steps\\R"), closed.out());
        assertTrue(closed.err().contains("by --discard customer.phone"), closed.err());
        run(database, "rollback", "--to", "0001_create", "--discard", "customer.phone")
                .exits(0);
        assertEquals(
                List.of(List.of("a@x.org,b@x.org", "555")),
                database.query("SELECT string_agg(email, ',' ORDER BY id), max(fax) FROM customer"));
        assertEquals(
                "nothing to do\n",
                run(database, "rollback", "--to", "0001").exits(0).out());
        String unknown = run(database, "rollback", "--to", "0009").exits(1).errorLine();
        assertTrue(unknown.startsWith("RBK01 rollback to 0009: "), unknown);
        run(database, "apply", "--phase", "expand,contract").exits(0);
    }

    @Test
    void whatWasParkedGoesWhenAskedFor(TestDatabase database) throws Exception {
        contracted(database);
        String kept = run(database, "purge").exits(0).out();
        assertTrue(
                kept.matches("(?s)kept column customer.email__parked_0002, parked by 0002_evolve on [-\\d: ]+: not for"
                        + " long enough\\R.*"),
                kept);
        database.execute("CREATE INDEX fax_index ON customer (fax__parked_0002)");
        String[] all = {"--older-than", "0d", "--migration", "0002", "--dry-run"};
        String would = run(database, "purge", all).exits(0).out();
        assertTrue(would.contains("would drop column customer.fax__parked_0002, "), would);
        assertTrue(would.contains("\n    with it: index fax_index\n"), would);
        database.execute("CREATE VIEW faxes AS SELECT fax__parked_0002 FROM customer");
        Cli.Result half = run(database, "purge", "--older-than", "0d").exits(6);
        assertTrue(half.out().startsWith("dropped column customer.email__parked_0002, "), half.out());
        assertTrue(half.err().contains("    view faxes depends on it\n"), half.err());
        database.execute("DROP VIEW faxes");
        run(database, "purge", "--older-than", "0h").exits(0);
        assertEquals("nothing to do\n", run(database, "purge").exits(0).out());
        String line = run(database, "rollback", "--to", "0001").exits(1).errorLine();
        assertTrue(line.startsWith("RBK04 rollback: 0002_evolve cannot be undone any more"), line);
        String wrong = run(database, "purge", "--older-than", "soon").exits(64).errorLine();
        assertTrue(wrong.contains("'soon' is no age like 30d or 12h"), wrong);
    }

    @Test
    void aChangelogIsVerifiedForthAndBack(TestDatabase database) throws Exception {
        Path desired = generateBoth();
        String[] verify = {"verify", "--changelog", changelog(), "--to", desired.toString(), "--scratch", database.url()
        };
        String said = Cli.run(verify).exits(0).out();
        assertTrue(said.matches("verified: \\d+ steps make the schema of .*, and are undone to the start\\R"), said);
        Path later = Models.write(dir.resolve("later.json"), V1);
        verify[4] = later.toString();
        String different = Cli.run(verify).exits(5).out();
        assertTrue(different.contains("missing after the replay: "), different);

        verify[4] = desired.toString();
        Path expand = dir.resolve("changelog/0002_evolve/expand.sql");
        String undo = "--rollback ALTER TABLE public.customer DROP COLUMN IF EXISTS phone;;\n";
        String text = Files.readString(expand);
        assertTrue(text.contains(undo), text);
        Files.writeString(expand, text.replace(undo, undo.replace("phone", "phon")));
        Path create = dir.resolve("changelog/0001_create/expand.sql");
        Files.writeString(
                create, Files.readString(create).replaceAll("--rollback DROP TABLE [^\n]*", "--rollback SELECT 1;;"));
        String left = Cli.run(verify).exits(5).out();
        assertTrue(left.contains("left after the rollback: drop table customer"), left);
        assertEquals(
                0,
                database.query("SELECT FROM pg_database WHERE datname LIKE 'migratable_scratch_%'")
                        .size());
    }

    @Test
    void aVerificationNeedsAServer() {
        Path desired = generateBoth();
        String line = Cli.run("verify", "--changelog", changelog(), "--to", desired.toString())
                .exits(1)
                .errorLine();
        assertTrue(line.startsWith("CLI09 ") && line.contains("--scratch"), line);
    }
}

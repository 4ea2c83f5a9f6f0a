package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.Json;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 'apply' tells what each step is expected to cost and what it cost; 'report' tells it again. */
@PostgresTest
class ReportCommandTest {

    private static final Model V1 = model(table("customer", id(), column("email", "varchar(100)")));

    private static final Model V2 = new Model(
            model(table("customer", id(), column("mail", "varchar(100)"))).schema(),
            new Declarations(
                    List.of(new ColumnRename(QualifiedName.inPublic("customer"), "email", "mail")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));

    @TempDir
    private Path dir;

    private void generate(Model model, String name) {
        Path module = Models.write(dir.resolve("classes/META-INF/migratable/model.json"), model);
        Cli.run(
                        "generate",
                        "--to",
                        module.toString(),
                        "--changelog",
                        dir.resolve("changelog").toString(),
                        "--name",
                        name,
                        "--baseline",
                        dir.resolve("baseline.json").toString())
                .exits(0);
    }

    private Cli.Result apply(TestDatabase database) {
        return Cli.run(
                        "apply",
                        "--url",
                        database.url(),
                        "--changelog",
                        dir.resolve("changelog").toString(),
                        "--operator",
                        "night shift")
                .exits(0);
    }

    @Test
    void aRunIsReported(TestDatabase database) throws Exception {
        String none = Cli.run("report", "--url", database.url()).exits(1).errorLine();
        assertTrue(none.startsWith("CLI12 ") && none.contains("there has been no run"), none);
        generate(V1, "create");
        apply(database);
        database.execute("INSERT INTO customer SELECT i, 'c' || i FROM generate_series(1, 3000) i", "ANALYZE customer");
        generate(V2, "rename");
        Cli.Result applied = apply(database);
        assertTrue(applied.err().contains("    estimate: about 3000 rows, "), applied.err());
        assertTrue(applied.err().contains("; see report --run 2\n"), applied.err());

        String text = Cli.run("report", "--url", database.url(), "--run", "2")
                .exits(0)
                .out();
        assertTrue(text.startsWith("run 2: apply expand, "), text);
        assertTrue(text.contains(" (night shift), version "), text);
        assertTrue(
                text.matches("(?s).*0002_rename expand-\\d+-backfill-customer: done in .*, 3000 rows written.*"), text);
        assertTrue(text.contains(" (guess)\n"), text);
        assertEquals(text, Cli.run("report", "--url", database.url()).exits(0).out());
        String markdown = Cli.run("report", "--url", database.url(), "--format", "markdown")
                .exits(0)
                .out();
        assertTrue(markdown.contains("| step | outcome | expected | took |"), markdown);
        Object json = Json.parse(
                Cli.run("report", "--url", database.url(), "--format", "json")
                        .exits(0)
                        .out(),
                "out");
        assertTrue(json.toString().contains("operator=night shift"), json::toString);
        assertTrue(json.toString().contains("estimate={work=backfill, rows=3000, "), json::toString);
    }
}

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the way is told by 'preflight', by 'apply --dry-run' and by 'apply', in the same lines. */
@PostgresTest
class PreflightCommandTest {

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

    private Cli.Result run(TestDatabase database, String command, String... more) {
        List<String> args = new ArrayList<>(List.of(
                command,
                "--url",
                database.url(),
                "--changelog",
                dir.resolve("changelog").toString()));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    @Test
    void whatIsInTheWayIsToldAndNothingIsDone(TestDatabase database) throws Exception {
        generate(V1, "create");
        run(database, "apply").exits(0);
        generate(V2, "rename");
        assertEquals(
                "nothing is in the way\n", run(database, "preflight").exits(0).out());
        database.execute("CREATE VIEW report AS SELECT email FROM customer");

        List<String> lines = run(database, "preflight").exits(8).out().lines().toList();
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("error: PRE01 0002_rename expand-02-add-twins-customer: "), lines.get(0));
        String summary = "PRE00 preflight: 1 problem stops this before its first statement; nothing was changed.";
        assertEquals(
                lines.get(0) + "\n" + summary + "\n",
                run(database, "apply").exits(8).err());
        Cli.Result dry = run(database, "apply", "--dry-run").exits(8);
        assertEquals(lines.get(0) + "\n" + summary + "\n", dry.err());
        assertTrue(dry.out().contains("ADD COLUMN IF NOT EXISTS mail"), dry.out());
        Object json = Json.parse(
                run(database, "preflight", "--format", "json").exits(8).out(), "out");
        assertTrue(json.toString().contains("code=PRE01"), json::toString);
        assertEquals(
                List.of(List.of("1")),
                database.query("SELECT count(*) FROM pg_attribute WHERE attrelid = 'customer'::regclass "
                        + "AND attname IN ('email', 'mail')"));

        String accepted =
                run(database, "preflight", "--accept-problem", "PRE01").exits(0).out();
        assertTrue(accepted.startsWith("warning: PRE01 "), accepted);
    }
}

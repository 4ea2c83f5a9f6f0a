package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plans and runs each step of a real project's history, where that lies beside the repository: all that goes is retired,
 * and what comes as required is filled. What earlier steps parked is still there.
 */
@PostgresTest
class RealLifePlansTest {
    /** A new primary key, and a new type in the same column: what no plan is made for. */
    private static final List<String> REFUSED = List.of("014", "020");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void everyStepEndsInTheNextVersion(TestDatabase database) throws Exception {
        List<Path> versions = versions();
        List<Schema> schemas = new ArrayList<>();
        for (Path version : versions) {
            schemas.add(create(database, version));
        }
        create(database, versions.get(0));
        List<String> refused = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            String name = String.valueOf(versions.get(i).getFileName()).replace(".sql", "");
            Schema current = schemas.get(i - 1);
            Model model = new Model(schemas.get(i), declarations(current, schemas.get(i)));
            PlanResult result = Planner.plan(new PlanRequest(
                    "0" + name + "_evolve", current, model, Generator.judge(current, model), List.of()));
            if (result.plan().isPresent()) {
                run(database, directory.resolve(name), result.plan().get());
                assertEquals(List.of(), SchemaDiffer.diff(read(database), model), name);
            } else {
                refused.add(name);
                create(database, versions.get(i));
            }
        }
        assertEquals(REFUSED, refused);
    }

    private static void run(TestDatabase database, Path changelog, MigrationPlan plan) throws Exception {
        ChangelogWriter.write(changelog, plan);
        StockLiquibase.update(database, changelog);
        if (plan.hasContract()) {
            database.execute("UPDATE migratable.migration SET approved_by = 'test', "
                    + "ignored_clients = ARRAY['PostgreSQL JDBC Driver', '(no name)']");
            StockLiquibase.update(database, changelog);
        }
        assertEquals(
                List.of(List.of("contracted")),
                database.query("SELECT state FROM migratable.migration WHERE id = '" + plan.id() + "'"),
                () -> plan.id() + " is not through");
    }

    private static Declarations declarations(Schema current, Schema desired) {
        List<Retirement> retired = new ArrayList<>();
        List<Backfill> filled = new ArrayList<>();
        for (Change change : SchemaDiffer.diff(current, new Model(desired, Declarations.NONE))) {
            if (change instanceof DropTable) {
                retired.add(new Retirement(change.table(), Optional.empty()));
            } else if (change instanceof DropColumn drop) {
                retired.add(
                        new Retirement(change.table(), Optional.of(drop.column().name())));
            } else if (change instanceof AddColumn add && !add.column().mayBeOmitted()) {
                filled.add(new Backfill(
                        new ColumnName(change.table(), add.column().name()), value(add.column()), Optional.empty()));
            }
        }
        return new Declarations(List.of(), List.of(), retired, filled, List.of());
    }

    private static String value(Column column) {
        assertEquals("boolean", column.type().name(), "all of them are flags");
        return "false";
    }

    private static Schema create(TestDatabase database, Path file) throws IOException, SQLException {
        database.execute(
                "DROP SCHEMA public CASCADE",
                "CREATE SCHEMA public",
                "DROP SCHEMA IF EXISTS migratable CASCADE",
                "DROP SCHEMA IF EXISTS migratable_parked CASCADE",
                Files.readString(file));
        return read(database);
    }

    private static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    private static List<Path> versions() throws IOException {
        Optional<Path> folder = Stream.of(
                        System.getProperty("migratable.corpora", ""), "../../shared/corpora", "../../../shared/corpora")
                .filter(root -> !root.isEmpty())
                .map(root -> Path.of(root, "evolution-notifications"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(
                folder.isPresent(),
                "skipped: there is no shared/corpora/evolution-notifications beside the repository");
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            List<Path> versions = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            assertTrue(versions.size() > 30, versions::toString);
            return versions;
        }
    }
}

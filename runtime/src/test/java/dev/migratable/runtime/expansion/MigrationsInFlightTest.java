package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.GenerateRequest;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations of different tables are under way at once: each waits for its own gate, and none for another. */
@PostgresTest
class MigrationsInFlightTest {
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");

    private static final Schema FIRST = schema(
            table("customer").required("email", "varchar(40)"),
            table("supplier").required("phone", "varchar(40)"),
            table("note").nullable("body", "text").nullable("extra", "text"));
    private static final Schema SECOND = schema(
            table("customer").required("email_address", "varchar(40)"),
            table("supplier").required("phone", "varchar(40)"),
            table("note").nullable("body", "text").nullable("extra", "text"));
    private static final Schema THIRD = schema(
            table("customer").required("email_address", "varchar(40)"),
            table("supplier").required("phone_number", "varchar(40)"),
            table("note").nullable("body", "text").nullable("extra", "text"));
    private static final Schema FOURTH = schema(
            table("customer").required("email_address", "varchar(40)"),
            table("supplier").required("phone_number", "varchar(40)"),
            table("note").nullable("body", "text"));

    private final TestDatabase database;

    @TempDir
    private Path changelog = Path.of("");

    MigrationsInFlightTest(TestDatabase database) {
        this.database = database;
    }

    private static Schema schema(TableBuilder... tables) {
        List<Table> built = Stream.of(tables).map(TableBuilder::build).toList();
        return new Schema(built, List.of());
    }

    private static Declarations renamed(String table, String from, String to) {
        ColumnRename rename = new ColumnRename(QualifiedName.inPublic(table), from, to);
        return new Declarations(List.of(rename), List.of(), List.of(), List.of(), List.of());
    }

    private void generate(String slug, Schema from, Schema to, Declarations declarations) {
        Generator.generate(new GenerateRequest(changelog, slug, from, new Model(to, declarations), Optional.empty()));
    }

    private void generateAll() {
        Retirement extra = new Retirement(QualifiedName.inPublic("note"), Optional.of("extra"));
        generate("rename_email", FIRST, SECOND, renamed("customer", "email", "email_address"));
        generate("rename_phone", SECOND, THIRD, renamed("supplier", "phone", "phone_number"));
        generate(
                "drop_extra",
                THIRD,
                FOURTH,
                new Declarations(List.of(), List.of(), List.of(extra), List.of(), List.of()));
    }

    private Migrator migrator() {
        return Migrator.builder(database.dataSource()).changelog(changelog).build();
    }

    private ApplyReport apply(PhaseGroup phase) {
        return migrator().apply(EnumSet.of(phase), Optional.empty(), OUR_SESSIONS);
    }

    private List<String> column(String query) throws SQLException {
        return database.query(query).stream().map(row -> row.get(0)).toList();
    }

    private List<String> states() throws SQLException {
        return column("SELECT id || ' ' || state FROM migratable.migration ORDER BY id");
    }

    private void assertSchema(Schema expected) throws SQLException {
        try (Connection connection = database.connect()) {
            Schema found = CatalogInspector.inspect(connection).schema();
            assertEquals(
                    List.of(),
                    SchemaDiffer.diff(found, new Model(expected, Declarations.NONE)).stream()
                            .map(Change::description)
                            .toList());
        }
    }

    private void expandAll() throws SQLException {
        generate("create", Schema.EMPTY, FIRST, Declarations.NONE);
        apply(PhaseGroup.EXPAND);
        database.execute(
                "INSERT INTO customer VALUES (1, 'a@b')",
                "INSERT INTO supplier VALUES (1, '1')",
                "INSERT INTO note VALUES (1, 'b', 'e')");
        generateAll();
        apply(PhaseGroup.EXPAND);
        assertEquals(
                List.of(
                        "0001_create contracted",
                        "0002_rename_email expanded",
                        "0003_rename_phone expanded",
                        "0004_drop_extra expanded"),
                states());
        // The oldest and the newest version, in one transaction each.
        database.execute(
                "INSERT INTO customer (id, email) VALUES (2, 'c@d')",
                "INSERT INTO supplier (id, phone) VALUES (2, '2')",
                "INSERT INTO customer (id, email_address) VALUES (3, 'e@f')",
                "INSERT INTO supplier (id, phone_number) VALUES (3, '3')",
                "INSERT INTO note (id, body) VALUES (2, 'g')");
        assertEquals(
                List.of("1 a@b a@b", "2 c@d c@d", "3 e@f e@f"),
                column("SELECT id || ' ' || email || ' ' || email_address FROM customer ORDER BY id"));
        assertEquals(
                List.of("1 1 1", "2 2 2", "3 3 3"),
                column("SELECT id || ' ' || phone || ' ' || phone_number FROM supplier ORDER BY id"));
    }

    @Test
    void theLaterOneIsContractedWhileTheEarlierOneWaits() throws Exception {
        expandAll();
        database.execute("UPDATE migratable.migration SET approved_by = 'test' WHERE id = '0003_rename_phone'");
        List<String> closed = apply(PhaseGroup.CONTRACT).closedGates().stream()
                .map(gate -> gate.migration())
                .toList();
        assertEquals(List.of("0002_rename_email", "0004_drop_extra"), closed);
        assertEquals(
                List.of(
                        "0001_create contracted",
                        "0002_rename_email expanded",
                        "0003_rename_phone contracted",
                        "0004_drop_extra expanded"),
                states());
        database.execute("UPDATE customer SET email = 'old@version' WHERE id = 1");
        assertEquals(List.of("old@version"), column("SELECT email_address FROM customer WHERE id = 1"));

        database.execute("UPDATE migratable.migration SET approved_by = 'test'");
        assertEquals(List.of(), apply(PhaseGroup.CONTRACT).closedGates());
        assertSchema(FOURTH);
        assertEquals(List.of(), apply(PhaseGroup.EXPAND).steps());
    }

    @Test
    void allOfThemAreUndoneWhateverEachHasCome() throws Exception {
        expandAll();
        database.execute("UPDATE migratable.migration SET approved_by = 'test' WHERE id = '0003_rename_phone'");
        apply(PhaseGroup.CONTRACT);
        database.execute("INSERT INTO supplier (id, phone_number) VALUES (4, '4')");
        migrator().rollback(RollbackRequest.to("0001_create").ignoring(OUR_SESSIONS));
        assertEquals(List.of("0001_create contracted"), states());
        assertSchema(FIRST);
        assertEquals(
                List.of("1 1", "2 2", "3 3", "4 4"), column("SELECT id || ' ' || phone FROM supplier ORDER BY id"));
        assertEquals(List.of("1 a@b", "2 c@d", "3 e@f"), column("SELECT id || ' ' || email FROM customer ORDER BY id"));
        assertEquals(
                List.of("1 e", "2 null"), column("SELECT id || ' ' || coalesce(extra, 'null') FROM note ORDER BY id"));
    }

    /** A stock Liquibase goes through the same change sets, and passes over those whose gate is closed. */
    @Test
    void aStockLiquibasePassesOverClosedGates() throws Exception {
        expandAll();
        database.execute(
                "UPDATE migratable.migration SET approved_by = 'test', ignored_clients = ARRAY['PostgreSQL JDBC"
                        + " Driver', '(no name)'] WHERE id = '0003_rename_phone'");
        StockLiquibase.updateTwice(database, changelog);
        assertEquals(
                List.of(
                        "0001_create contracted",
                        "0002_rename_email expanded",
                        "0003_rename_phone contracted",
                        "0004_drop_extra expanded"),
                states());
        database.execute(
                "UPDATE migratable.migration SET approved_by = 'test', ignored_clients = ARRAY['PostgreSQL JDBC"
                        + " Driver', '(no name)']");
        StockLiquibase.updateTwice(database, changelog);
        assertSchema(FOURTH);
    }
}

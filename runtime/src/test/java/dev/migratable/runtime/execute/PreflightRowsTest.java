package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.preflight.PreflightFinding;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows in the way are counted before anything runs, as they will be when the backfills have written them. */
@PostgresTest
class PreflightRowsTest {

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    private ShopDatabase shop;

    PreflightRowsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void createShop() throws SQLException {
        shop = new ShopDatabase(database, changelog);
        shop.createShop(100);
    }

    private static Table customer() {
        return Shop.v1().schema().table(Shop.CUSTOMER).orElseThrow();
    }

    private static Column column(String name, String type, boolean nullable) {
        return Column.of(name, SqlType.parse(type), nullable);
    }

    private List<String> lines(Table customer, Backfill... backfills) {
        List<Table> tables = new ArrayList<>(Shop.v1().schema().tables());
        tables.removeIf(t -> t.name().equals(customer.name()));
        tables.add(customer);
        shop.generate(
                "change",
                Shop.v1().schema(),
                new Model(
                        new Schema(tables, List.of()),
                        new Declarations(List.of(), List.of(), List.of(), List.of(backfills), List.of())));
        return shop.migrator().build().preflight(ShopDatabase.EXPAND).findings().stream()
                .map(f -> f.severity() + " " + f.line())
                .toList();
    }

    private static Table required(String column, String type) {
        List<Column> columns = new ArrayList<>(customer().columns());
        columns.removeIf(c -> c.name().equals(column));
        columns.add(column(column, type, false));
        return customer().withColumns(columns);
    }

    private static Backfill backfill(String column, String expression) {
        return new Backfill(new ColumnName(Shop.CUSTOMER, column), expression, Optional.empty());
    }

    @Test
    void rowsThatTheBackfillFillsAreNotInTheWay() {
        assertEquals(List.of(), lines(required("email", "varchar(100)"), backfill("email", "'none-' || id")));
    }

    @Test
    void rowsThatTheBackfillLeavesEmptyStop() {
        List<String> lines = lines(required("status", "text"), backfill("status", "email"));
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("ERROR PRE14 customer: 10 rows: status "), lines.get(0));
    }

    @Test
    void anExpressionThatFailsOnARowStops() {
        List<String> lines = lines(
                required("points", "integer"), backfill("points", "substr(name, 2)::integer / (id - 7)::integer"));
        assertEquals(
                List.of("ERROR PRE15 customer: computing what the backfill writes fails: division by zero. Correct the"
                        + " row, or the expression of the migration."),
                lines);
    }

    @Test
    void rowsThatOnlyTheGateDemandsAreTold() throws SQLException {
        database.execute("UPDATE customer SET name = 'n1' WHERE id <= 3");
        Table strict = required("email", "varchar(100)")
                .withCheckConstraints(List.of(new CheckConstraint("long_name", "length(name) > 2", true)))
                .withUniqueConstraints(List.of(
                        customer().uniqueConstraints().get(0), UniqueConstraint.of("name_key", List.of("name"))));
        List<String> lines = lines(strict);
        assertEquals(3, lines.size(), lines::toString);
        for (String line : lines) {
            assertTrue(line.startsWith("WARNING PRE14 customer: "), line);
            assertTrue(line.contains("the gate stays closed as long as there is one"), line);
        }
        String all = lines.toString();
        assertTrue(all.contains("customer: 10 rows: "), all);
        assertTrue(all.contains("customer: 3 rows: "), all);
        assertTrue(all.contains("customer: 9 rows: "), all);
        assertEquals(10, Integer.parseInt(shop.one("SELECT count(*) FROM customer WHERE email IS NULL")));
    }

    @Test
    void aRowTheBackfillMayNotWriteStops() throws SQLException {
        database.execute("ALTER TABLE customer ADD CONSTRAINT named CHECK (name <> 'n7') NOT VALID");
        List<String> lines = lines(required("status", "text"), backfill("status", "'active'"));
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(
                lines.get(0)
                        .startsWith(
                                "ERROR PRE12 customer: 1 row violate the check named, which is NOT VALID and refuses"
                                        + " every change of such a row, the backfill's, too. "),
                lines.get(0));
    }

    @Test
    void anEarlierMigrationThatIsNotContractedStops() {
        shop.generateV2();
        shop.expand();
        List<Table> tables = new ArrayList<>(Shop.v2().schema().tables());
        tables.replaceAll(t -> {
            List<Column> columns = new ArrayList<>(t.columns());
            columns.add(column("note", "text", true));
            return t.withColumns(columns);
        });
        shop.generate("note", Shop.v2().schema(), new Model(new Schema(tables, List.of()), Declarations.NONE));
        assertEquals(
                List.of("PRE16 0003_note: touches tables of 0002_rename_email, which is not contracted yet. Contract"
                        + " 0002_rename_email first, by apply --phase contract."),
                shop.migrator().build().preflight(ShopDatabase.EXPAND).errors().stream()
                        .map(PreflightFinding::line)
                        .toList());
        assertEquals(
                List.of(), shop.migrator().build().preflight(ShopDatabase.BOTH).errors());
    }
}

package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rows may hold, and databases do, that a conversion was not written for. */
@PostgresTest
class ConversionTrapsTest {
    private final TestDatabase database;

    @TempDir
    private Path changelog = Path.of("");

    ConversionTrapsTest(TestDatabase database) {
        this.database = database;
    }

    private void prepare(PlanCase planCase) throws Exception {
        ChangelogWriter.write(changelog, planCase.creation());
        StockLiquibase.update(database, changelog);
        database.execute(planCase.rows().toArray(String[]::new));
        ChangelogWriter.write(
                changelog,
                planCase.result()
                        .plan()
                        .orElseThrow(() -> new AssertionError(planCase.result().refusals())));
    }

    private void update() throws Exception {
        StockLiquibase.update(database, changelog);
    }

    private void contract() throws Exception {
        database.execute("UPDATE migratable.migration SET approved_by = 'me', "
                + "ignored_clients = ARRAY['PostgreSQL JDBC Driver', '(no name)']");
        update();
    }

    private String failure() {
        return String.valueOf(assertThrows(Exception.class, this::update).getMessage());
    }

    private String value(String query) throws SQLException {
        return String.valueOf(database.query(query).get(0).get(0));
    }

    private String state() throws SQLException {
        return value("SELECT state FROM migratable.migration WHERE id = '0002_evolve'");
    }

    private static PlanCase numbers(String... rows) {
        return PlanCase.named("numbers")
                .from(table("item").nullable("code", "text"))
                .to(table("item").nullable("number", "integer"))
                .renamed("item", "code", "number")
                .converted("item", "number", "code::integer", "number::text")
                .rows(rows);
    }

    @Test
    void rowsThatCannotBeConvertedAreAllNamedBeforeAnyTriggerComes() throws Exception {
        prepare(numbers("INSERT INTO item SELECT n, CASE WHEN n % 400 = 7 THEN 'n' || n ELSE n::text END "
                + "FROM generate_series(1, 1000) n"));
        String message = failure();
        assertTrue(message.contains("3 rows of item cannot be converted from code to number"), message);
        for (String key : List.of("id 7: ", "id 407: ", "id 807: ")) {
            assertTrue(message.contains(key), message);
        }
        assertEquals("0", value("SELECT count(*) FROM pg_trigger WHERE tgname LIKE '~migratable%'"));
        database.execute("INSERT INTO item VALUES (2000, 'still')", "UPDATE item SET code = '1' WHERE id % 400 = 7");
        assertTrue(failure().contains("1 rows of item cannot be converted"));
        database.execute("DELETE FROM item WHERE id = 2000");
        update();
        assertEquals("0", value("SELECT count(*) FROM item WHERE number IS NULL"));
    }

    @Test
    void whatDoesNotComeBackTheSameIsNeverWrittenBack() throws Exception {
        prepare(numbers("INSERT INTO item VALUES (1, '007'), (2, ' 8'), (3, NULL)"));
        update();
        database.execute("UPDATE item SET number = 7 WHERE id = 1", "UPDATE item SET number = 9 WHERE id = 3");
        contract();
        assertEquals("contracted", state());
        assertEquals("007, 8,9", value("SELECT string_agg(code__parked_0002, ',' ORDER BY id) FROM item"));
    }

    @Test
    void theGateAcceptsWhatEitherSideExplainsAndNothingElse() throws Exception {
        prepare(PlanCase.named("halves")
                .from(table("item").nullable("size", "integer"))
                .to(table("item").nullable("length", "numeric"))
                .renamed("item", "size", "length")
                .converted("item", "length", "size::numeric", "floor(length)::integer")
                .rows("INSERT INTO item VALUES (1, 7), (2, NULL), (3, 3)"));
        update();
        database.execute("UPDATE item SET length = 7.5 WHERE id = 1", "UPDATE item SET length = 1.5 WHERE id = 2");
        assertEquals("7,1,3", value("SELECT string_agg(size::text, ',' ORDER BY id) FROM item"));
        database.execute("BEGIN; SET LOCAL session_replication_role = replica; "
                + "UPDATE item SET length = 4 WHERE id = 3; COMMIT");
        contract();
        assertEquals("expanded", state());
        database.execute("UPDATE item SET length = 3 WHERE id = 3");
        contract();
        assertEquals("contracted", state());
    }

    @Test
    void theFirstBackfillIsStrict() throws Exception {
        prepare(PlanCase.named("halves")
                .from(table("item").nullable("size", "integer"))
                .to(table("item").nullable("length", "numeric"))
                .renamed("item", "size", "length")
                .converted("item", "length", "size * 1.5", "floor(length / 1.5)::integer")
                .rows("INSERT INTO item VALUES (1, 7)"));
        update();
        assertEquals("10.5", value("SELECT length FROM item"));
    }

    @Test
    void anInsertWithoutAValueMustMeanTheSameToBothVersions() throws Exception {
        prepare(PlanCase.named("default")
                .from(table("item").nullable("price", "integer", "1"))
                .to(table("item").nullable("cents", "integer", "5"))
                .renamed("item", "price", "cents")
                .converted("item", "cents", "price * 100", "cents / 100"));
        assertTrue(failure().contains("would have another value there for old versions"));
        assertEquals("0", value("SELECT count(*) FROM pg_trigger WHERE tgname LIKE '~migratable%'"));
    }

    @Test
    void nullMustStayNullWhereOnlyNullTellsWhoInserts() throws Exception {
        prepare(PlanCase.named("null")
                .from(table("item").nullable("price", "integer"))
                .to(table("item").nullable("cents", "integer"))
                .renamed("item", "price", "cents")
                .converted("item", "cents", "coalesce(price, 0) * 100", "cents / 100"));
        assertTrue(failure().contains("a conversion keep NULL"));
    }

    @Test
    void nullMayBecomeAValueOfARequiredColumn() throws Exception {
        prepare(PlanCase.named("required")
                .from(table("item").nullable("price", "integer"))
                .to(table("item").required("cents", "integer"))
                .renamed("item", "price", "cents")
                .converted("item", "cents", "coalesce(price, 0) * 100", "cents / 100")
                .rows("INSERT INTO item VALUES (1, NULL), (2, 2)"));
        update();
        database.execute("INSERT INTO item (id) VALUES (3)", "INSERT INTO item (id, cents) VALUES (4, 0)");
        assertEquals("0,200,0,0", value("SELECT string_agg(cents::text, ',' ORDER BY id) FROM item"));
        assertEquals(
                "null,2,null,null",
                value("SELECT string_agg(coalesce(price::text, 'null'), ',' ORDER BY id) FROM item"));
        contract();
        assertEquals("t", value("SELECT attnotnull FROM pg_attribute WHERE attname = 'cents'"));
    }

    @Test
    void anExpressionThatIsNoneInstallsNoTrigger() throws Exception {
        prepare(PlanCase.named("broken")
                .from(table("item").nullable("code", "text"))
                .to(table("item").nullable("number", "integer"))
                .renamed("item", "code", "number")
                .converted("item", "number", "my_number(code)", "number::text"));
        database.execute("CREATE FUNCTION my_number(text) RETURNS int LANGUAGE sql AS 'SELECT $1::int'");
        assertTrue(failure().contains("my_number"));
        assertEquals("0", value("SELECT count(*) FROM pg_trigger WHERE tgname LIKE '~migratable%'"));
    }

    @Test
    void aValueTooLongForTheNewTypeIsNotCut() throws Exception {
        prepare(PlanCase.named("short")
                .from(table("item").nullable("code", "text"))
                .to(table("item").nullable("tag", "varchar(3)"))
                .renamed("item", "code", "tag")
                .converted("item", "tag", "lower(code)", "upper(tag)")
                .rows("INSERT INTO item VALUES (1, 'ABC'), (2, 'ABCDE')"));
        assertTrue(failure().contains("id 2: value too long"));
        database.execute("UPDATE item SET code = 'AB' WHERE id = 2");
        update();
        assertThrows(SQLException.class, () -> database.execute("INSERT INTO item VALUES (3, 'ABCDE')"));
        assertEquals("abc,ab", value("SELECT string_agg(tag, ',' ORDER BY id) FROM item"));
    }

    @Test
    void aWayBackThatLeadsNowhereIsFoundBeforeAnyTriggerComes() throws Exception {
        prepare(PlanCase.named("nowhere")
                .from(table("item").nullable("code", "text"))
                .to(table("item").nullable("number", "integer"))
                .renamed("item", "code", "number")
                .converted("item", "number", "code::integer", "'N' || number")
                .rows("INSERT INTO item VALUES (1, '7')"));
        assertTrue(failure().contains("id 1: invalid input syntax for type integer: \"N7\""));
    }

    @Test
    void rowsThatCannotBeSplitAreNamed() throws Exception {
        prepare(PlanCase.named("split")
                .from(table("item").nullable("size", "text"))
                .to(table("item").required("width", "integer").required("height", "integer"))
                .retired("item", "size")
                .converted("item", "width", "split_part(size, 'x', 1)::integer", "width || 'x' || height")
                .converted("item", "height", "split_part(size, 'x', 2)::integer")
                .rows("INSERT INTO item VALUES (1, '2x3'), (2, '4 x 5'), (3, '6')"));
        assertTrue(failure()
                .contains("1 rows of item cannot be converted from size to width, height and back; "
                        + "correct them or the expressions: id 3: "));
        database.execute("UPDATE item SET size = NULL WHERE id = 3");
        assertTrue(failure().contains("1 rows of item: width is NULL; 1 rows of item: height is NULL"));
        database.execute("UPDATE item SET size = '6x7' WHERE id = 3");
        update();
        database.execute("INSERT INTO item (id, width, height) VALUES (4, 8, 9)");
        contract();
        assertEquals("2x3,4 x 5,6x7,8x9", value("SELECT string_agg(size__parked_0002, ',' ORDER BY id) FROM item"));
    }

    @Test
    void valuesThatBecomeTheSameStopBeforeTheirUniqueIndex() throws Exception {
        prepare(PlanCase.named("unique")
                .from(table("item").nullable("code", "text").unique("uk_code", "code"))
                .to(table("item").nullable("number", "integer").unique("uk_number", "number"))
                .renamed("item", "code", "number")
                .converted("item", "number", "code::integer", "number::text")
                .rows("INSERT INTO item VALUES (1, '7'), (2, '007'), (3, '8')"));
        assertTrue(failure().contains("2 rows of item: (number) is the same in another row"));
        database.execute("DELETE FROM item WHERE id = 2");
        update();
        assertEquals("expanded", state());
    }

    private static PlanCase widened() {
        return PlanCase.named("widened")
                .from(table("item").nullable("n", "integer"))
                .to(table("item").nullable("n", "bigint"))
                .rows("INSERT INTO item VALUES (1, 1)");
    }

    @Test
    void aViewOnASwappedColumnStopsTheMigrationAndIsNamed() throws Exception {
        prepare(widened());
        database.execute("CREATE VIEW numbers AS SELECT n FROM item");
        assertTrue(failure().contains("view numbers"));
        assertEquals(
                "1", value("SELECT count(*) FROM pg_attribute WHERE attrelid = 'item'::regclass AND attname = 'n'"));
        database.execute("DROP VIEW numbers");
        update();
        assertEquals("bigint", value("SELECT pg_typeof(n) FROM item"));
    }

    @Test
    void whatHangsOnASwappedColumnGoesWithItsName() throws Exception {
        prepare(widened());
        database.execute(
                "GRANT SELECT (n), UPDATE (n) ON item TO PUBLIC",
                "COMMENT ON COLUMN item.n IS 'how many'",
                "ALTER TABLE item ALTER COLUMN n SET STATISTICS 300");
        update();
        assertEquals(
                "300 {=rw/postgres}",
                value("SELECT attstattarget || ' ' || regexp_replace(attacl::text, '/.*}', '/postgres}') "
                        + "FROM pg_attribute WHERE attrelid = 'item'::regclass AND attname = 'n'"));
        assertEquals(
                "how many",
                value("SELECT col_description(attrelid, attnum) FROM pg_attribute "
                        + "WHERE attrelid = 'item'::regclass AND attname = 'n'"));
    }

    @Test
    void aDefaultThatDiffersForEachRowGoesWithTheName() throws Exception {
        prepare(PlanCase.named("volatile")
                .from(table("item").required("n", "real", "random()"))
                .to(table("item").required("n", "double precision", "random()"))
                .rows("INSERT INTO item VALUES (1, 0.5)"));
        update();
        database.execute("INSERT INTO item (id) VALUES (2)", "INSERT INTO item VALUES (3)");
        assertEquals("2", value("SELECT count(*) FROM item WHERE n::real = n__parked_0002 AND n <> 0.5"));
        contract();
        database.execute("INSERT INTO item (id) VALUES (4)");
        assertEquals("4", value("SELECT count(DISTINCT n) FROM item"));
    }

    @Test
    void aCollationChangesBesideItsColumn() throws Exception {
        prepare(PlanCase.named("collation")
                .from(table("item").nullable("name", "varchar(20)").index("idx_name", "name"))
                .to(table("item")
                        .add(Column.of("name", SqlType.parse("text"), true)
                                .withCollation(Optional.of("pg_catalog.\"C\"")))
                        .index("idx_name", "name"))
                .rows("INSERT INTO item VALUES (1, 'a'), (2, 'B')"));
        update();
        database.execute("INSERT INTO item (id, name) VALUES (3, 'c')", "UPDATE item SET name = 'D' WHERE id = 1");
        assertEquals("B,D,c", value("SELECT string_agg(name, ',' ORDER BY name) FROM item"));
        contract();
        assertEquals("contracted", state());
    }
}

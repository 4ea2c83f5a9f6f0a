package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.CatalogInspector;
import dev.migratable.catalog.Dependent;
import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.classify.DataProbe.Limits;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.UniqueConstraint;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@PostgresTest
class DataProbeTest {

    private static final QualifiedName T = QualifiedName.inPublic("Or\"der");
    private static final QualifiedName PARENT = QualifiedName.inPublic("parent");
    private static final String TABLE = "\"Or\"\"der\"";

    private static void setUp(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE parent (id int PRIMARY KEY)",
                "INSERT INTO parent SELECT generate_series(1, 90)",
                "CREATE TABLE " + TABLE + " (id int, email text, code int, big bigint, amount numeric(8,3),"
                        + " at timestamp, pid int)",
                "INSERT INTO " + TABLE + " SELECT i, CASE WHEN i > 17 THEN 'E' || i END, i / 2, i * 1000, i + 0.5,"
                        + " timestamp '2020-01-01' + i * interval '0.25 s', i FROM generate_series(1, 100) i",
                "ALTER TABLE " + TABLE + " ADD CONSTRAINT late CHECK (code > 5) NOT VALID",
                "ALTER TABLE " + TABLE + " ADD CONSTRAINT late_fk FOREIGN KEY (pid) REFERENCES parent NOT VALID",
                "CREATE VIEW emails AS SELECT email FROM " + TABLE,
                "CREATE VIEW mails AS SELECT email, code FROM " + TABLE,
                "ANALYZE");
    }

    private static Evidence measure(TestDatabase database, Limits limits, List<Change> changes) throws SQLException {
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogInspector.inspect(connection);
            Evidence evidence = DataProbe.measure(connection, catalog, changes, limits);
            assertTrue(connection.getAutoCommit() && !connection.isReadOnly());
            return evidence;
        }
    }

    private static Change type(String column, String from, String to) {
        return new ChangeColumnType(T, column, SqlType.parse(from), SqlType.parse(to));
    }

    @Test
    void rowsThatMakeAChangeFailAreCounted(TestDatabase database) throws SQLException {
        setUp(database);
        Index lower = new Index(
                "i",
                true,
                "btree",
                List.of(new IndexKey("code % 10", true, false, false, Optional.empty(), Optional.empty())),
                List.of(),
                Optional.of("code < 20"),
                false,
                true);
        Map<Change, Long> expected = Map.ofEntries(
                Map.entry(new SetNotNull(T, "email"), 17L),
                Map.entry(new AddCheck(T, new CheckConstraint("c", "code <> 10 AND email IS NOT NULL", true)), 19L),
                Map.entry(new AddForeignKey(T, ForeignKey.of("f", List.of("id"), PARENT, List.of("id"))), 10L),
                Map.entry(new AddUnique(T, UniqueConstraint.of("u", List.of("code"))), 98L),
                Map.entry(new AddUnique(T, UniqueConstraint.of("u", List.of("email"))), 0L),
                Map.entry(
                        new AddUnique(
                                T,
                                new UniqueConstraint(
                                        "v",
                                        List.of("email"),
                                        List.of(),
                                        true,
                                        dev.migratable.schema.Deferrability.NOT_DEFERRABLE)),
                        17L),
                Map.entry(new AddPrimaryKey(T, PrimaryKey.of("p", List.of("email"))), 17L),
                Map.entry(new CreateIndex(T, lower), 39L),
                Map.entry(new ValidateConstraint(T, "late"), 11L),
                Map.entry(new ValidateConstraint(T, "late_fk"), 10L),
                Map.entry(type("email", "text", "varchar(3)"), 1L),
                Map.entry(type("big", "bigint", "smallint"), 68L),
                Map.entry(type("amount", "numeric(8,3)", "numeric(4,2)"), 1L),
                Map.entry(new AddColumn(T, Column.of("x", SqlType.parse("int"), false)), 100L));
        Evidence evidence = measure(database, Limits.DEFAULT, List.copyOf(expected.keySet()));
        expected.forEach((change, found) ->
                assertEquals(Optional.of(RowCount.exact(found, 100)), evidence.failing(change), change.description()));
    }

    @Test
    void rowsThatLoseSomethingAreCounted(TestDatabase database) throws SQLException {
        setUp(database);
        Change column = new DropColumn(T, Column.of("email", SqlType.parse("text"), true));
        Change rounded = type("amount", "numeric(8,3)", "numeric(8,0)");
        Change cut = type("at", "timestamp", "timestamp(0)");
        try (Connection connection = database.connect()) {
            Schema schema = CatalogInspector.inspect(connection).schema();
            Change table = new DropTable(schema.table(T).orElseThrow());
            Evidence evidence = measure(database, Limits.DEFAULT, List.of(column, rounded, cut, table));
            assertEquals(
                    List.of(83L, 100L, 75L, 100L),
                    Stream.of(column, rounded, cut, table)
                            .map(c -> evidence.losing(c).orElseThrow().found())
                            .toList());
        }
    }

    @Test
    void changesSpeakOfNewNamesAndTheDatabaseOfOldOnes(TestDatabase database) throws SQLException {
        setUp(database);
        QualifiedName renamed = QualifiedName.inPublic("purchase");
        Change change = new SetNotNull(renamed, "mail");
        Evidence evidence = measure(
                database,
                Limits.DEFAULT,
                List.of(new RenameTable(T, renamed), new RenameColumn(renamed, "email", "mail"), change));
        assertEquals(Optional.of(RowCount.exact(17, 100)), evidence.failing(change));
        assertEquals(
                List.of("view public.emails of purchase.mail", "view public.mails of purchase.mail"),
                evidence.dependents(renamed, "mail").stream()
                        .map(Dependent::display)
                        .toList());
        assertEquals(
                List.of("view public.mails of purchase.code"),
                evidence.dependents(renamed, "code").stream()
                        .map(Dependent::display)
                        .toList());
    }

    @Test
    void aLargeTableIsSampledAndSaysSo(TestDatabase database) throws SQLException {
        setUp(database);
        database.execute(
                "INSERT INTO " + TABLE + " (id, pid) SELECT i, 1 FROM generate_series(101, 20000) i", "ANALYZE");
        Change change = new SetNotNull(T, "email");
        RowCount count = measure(database, new Limits(Duration.ofSeconds(5), 1000, 5000), List.of(change))
                .failing(change)
                .orElseThrow();
        assertTrue(count.sampled() && count.read() > 0 && count.read() < 20_000, count::toString);
        assertEquals(
                count,
                measure(database, new Limits(Duration.ofSeconds(5), 1000, 5000), List.of(change))
                        .failing(change)
                        .orElseThrow());
    }

    @Test
    void whatCannotBeCountedSaysWhy(TestDatabase database) throws SQLException {
        setUp(database);
        Change slow = new AddCheck(T, new CheckConstraint("c", "pg_sleep(id) IS NULL", true));
        Change wrong = new AddCheck(T, new CheckConstraint("c", "no_such_function(id)", true));
        Change later = new AddCheck(T, new CheckConstraint("c", "not_there_yet > 0", true));
        Evidence evidence =
                measure(database, new Limits(Duration.ofMillis(200), 1000, 1000), List.of(slow, wrong, later));
        assertEquals(
                Optional.of("it takes longer than 200 ms"),
                evidence.failing(slow).orElseThrow().obstacle());
        assertEquals(
                Optional.of("the server says \"function no_such_function(integer) does not exist\""),
                evidence.failing(wrong).orElseThrow().obstacle());
        assertEquals(Optional.empty(), evidence.failing(later));
        try (Connection holder = database.connect();
                Statement lock = holder.createStatement();
                Connection reader = database.connect()) {
            Catalog catalog = CatalogInspector.inspect(reader);
            holder.setAutoCommit(false);
            lock.execute("LOCK TABLE " + TABLE + " IN ACCESS EXCLUSIVE MODE");
            Change change = new SetNotNull(T, "email");
            Evidence blocked = DataProbe.measure(reader, catalog, List.of(change), Limits.DEFAULT);
            assertEquals(
                    Optional.of("somebody holds a lock on the table"),
                    blocked.failing(change).orElseThrow().obstacle());
            holder.rollback();
        }
    }

    @Test
    void itWritesNothingAndRefusesATransaction(TestDatabase database) throws SQLException {
        setUp(database);
        database.execute("CREATE FUNCTION spill(int) RETURNS boolean LANGUAGE plpgsql AS"
                + " 'BEGIN INSERT INTO parent VALUES (1000); RETURN true; END'");
        Change writing = new AddCheck(T, new CheckConstraint("c", "spill(id)", true));
        RowCount count = measure(database, Limits.DEFAULT, List.of(writing))
                .failing(writing)
                .orElseThrow();
        assertEquals(
                Optional.of("the server says \"cannot execute INSERT in a read-only transaction\""), count.obstacle());
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Catalog empty = new Catalog(Schema.EMPTY, 18, Map.of(), true, List.of(), List.of(), List.of(), Map.of());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> DataProbe.measure(connection, empty, List.of(), Limits.DEFAULT));
        }
    }

    @Test
    void countsAreWordedForPeople() {
        assertEquals(
                "17 of 20,431,002 rows hold NULL",
                RowCount.exact(17, 20_431_002).words("hold NULL"));
        assertEquals(
                "none of 99,812 sampled rows hold NULL",
                RowCount.inSample(0, 99_812).words("hold NULL"));
        assertEquals(
                "how many rows hold NULL was not counted: it is late",
                RowCount.impossible("it is late").words("hold NULL"));
    }
}

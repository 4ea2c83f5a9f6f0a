package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Index;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans for a partitioned table what its partitions follow in, and runs it. */
@PostgresTest
class PartitionedTableTest {
    private static final QualifiedName EVENT = QualifiedName.inPublic("event");

    @TempDir
    private Path changelog = Path.of("");

    private static Schema create(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE event (id bigint NOT NULL, kind varchar(10) NOT NULL CHECK (kind IN ('A')), at date)"
                        + " PARTITION BY RANGE (id)",
                "CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (1000)",
                "CREATE TABLE event_2 PARTITION OF event FOR VALUES FROM (1000) TO (2000)",
                "INSERT INTO event SELECT i, 'A', now() FROM generate_series(0, 1999) i");
        return read(database);
    }

    private static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    /** The partitions follow by themselves. */
    private static PlanResult plan(Schema from, UnaryOperator<Table> edit) {
        Schema parent = new Schema(List.of(from.table(EVENT).orElseThrow()), List.of());
        Model model = new Model(parent.editTable(EVENT, edit), Declarations.NONE);
        return Planner.plan(new PlanRequest("0001_event", parent, model, Generator.judge(parent, model), List.of()));
    }

    @Test
    void partitionsFollow(TestDatabase database) throws Exception {
        UnaryOperator<Table> edit = table -> table.withColumns(List.of(
                        Column.of("id", SqlType.parse("bigint"), false),
                        Column.of("kind", SqlType.parse("varchar(20)"), true).withDefault(Optional.of("'A'")),
                        Column.of("at", SqlType.parse("date"), true).withComment(Optional.of("when")),
                        Column.of("note", SqlType.parse("text"), true),
                        Column.of("level", SqlType.parse("integer"), false).withDefault(Optional.of("1"))))
                .withCheckConstraints(List.of(new CheckConstraint("event_level", "level > 0", true)))
                .withComment(Optional.of("events"));
        Schema before = create(database);
        ChangelogWriter.write(changelog, plan(before, edit).plan().orElseThrow());
        StockLiquibase.update(database, changelog);
        Schema after = read(database);
        Table wanted = edit.apply(before.table(EVENT).orElseThrow());
        Schema parent = new Schema(List.of(after.table(EVENT).orElseThrow()), List.of());
        assertEquals(
                List.of(),
                SchemaDiffer.diff(parent, new Model(new Schema(List.of(wanted), List.of()), Declarations.NONE)));
        assertEquals(
                wanted.columns().stream().map(Column::type).toList(),
                after.table(QualifiedName.inPublic("event_2")).orElseThrow().columns().stream()
                        .map(Column::type)
                        .toList());
    }

    /** Whole databases: the partitions are compared, too, one comes, and one goes with its rows. */
    @Test
    void partitionsComeAndGoAndFollow(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE kind (code varchar(10) PRIMARY KEY)", "INSERT INTO kind VALUES ('A')");
        create(database);
        database.execute("ALTER TABLE event ADD PRIMARY KEY (id), ADD FOREIGN KEY (kind) REFERENCES kind");
        Schema before = read(database);
        database.execute(
                "ALTER TABLE event ADD COLUMN note text, ADD CONSTRAINT event_id CHECK (id >= 0)",
                "CREATE TABLE event_3 PARTITION OF event FOR VALUES FROM (2000) TO (3000)",
                "DROP TABLE event_1");
        Schema wanted = read(database);
        database.execute("DROP TABLE event, kind", "CREATE TABLE kind (code varchar(10) PRIMARY KEY)");
        database.execute("INSERT INTO kind VALUES ('A')");
        create(database);
        database.execute("ALTER TABLE event ADD PRIMARY KEY (id), ADD FOREIGN KEY (kind) REFERENCES kind");
        Retirement gone = new Retirement(QualifiedName.inPublic("event_1"), Optional.empty());
        Model model = new Model(wanted, new Declarations(List.of(), List.of(), List.of(gone), List.of(), List.of()));
        PlanResult result =
                Planner.plan(new PlanRequest("0001_event", before, model, Generator.judge(before, model), List.of()));
        assertEquals(List.of(), result.refusals());
        ChangelogWriter.write(changelog, result.plan().orElseThrow());
        StockLiquibase.update(database, changelog);
        database.execute("INSERT INTO event VALUES (2005, 'A', now())");
        database.execute("UPDATE migratable.migration SET approved_by = 'test', "
                + "ignored_clients = ARRAY['PostgreSQL JDBC Driver', '(no name)']");
        StockLiquibase.update(database, changelog);
        assertEquals(List.of(), SchemaDiffer.diff(read(database), new Model(wanted, Declarations.NONE)));
        assertEquals(
                List.of(List.of("1001", "1000")),
                database.query(
                        "SELECT count(*), (SELECT count(*) FROM migratable_parked.event_1__parked_0001) FROM event"));
        StockLiquibase.rollback(
                database,
                changelog,
                Integer.parseInt(String.valueOf(database.query("SELECT count(*) FROM databasechangelog")
                        .get(0)
                        .get(0))));
        assertEquals(List.of(), SchemaDiffer.diff(read(database), new Model(before, Declarations.NONE)));
        assertEquals(List.of(List.of("2000")), database.query("SELECT count(*) FROM event"));
    }

    /** The server would read the default one's rows, and nobody could write them meanwhile. */
    @Test
    void aPartitionBesideADefaultOneIsNoSafeChange(TestDatabase database) throws Exception {
        Schema before = create(database);
        QualifiedName next = EVENT.withName("event_3");
        Table sibling = before.table(EVENT.withName("event_2")).orElseThrow();
        Table partition = sibling.withName(next)
                .withOptions(new TableOptions(
                        false,
                        Optional.empty(),
                        Optional.of(EVENT),
                        Optional.of("FOR VALUES FROM ('2000') TO ('3000')")));
        assertEquals(
                List.of("SAFE create table event_3 with 3 columns, a partition of event FOR VALUES FROM ('2000') TO"
                        + " ('3000')"),
                judged(before, partition));
        database.execute("CREATE TABLE event_rest PARTITION OF event DEFAULT");
        assertEquals(
                List.of(
                        "SAFE create table event_3 with 3 columns, a partition of event FOR VALUES FROM ('2000') TO ('3000')",
                        "UNSAFE cannot change event_3: the table is absent and is to be logged, a partition of event, FOR"
                                + " VALUES FROM ('2000') TO ('3000')"),
                judged(read(database), partition));
    }

    private static List<String> judged(Schema before, Table added) {
        List<Table> tables = new ArrayList<>(before.tables());
        tables.add(added);
        Model model = new Model(before.withTables(tables), Declarations.NONE);
        return Generator.judge(before, model).stream()
                .map(c -> c.risk() + " " + c.change().description())
                .toList();
    }

    @Test
    void anIndexIsNotBuiltUnderALock(TestDatabase database) throws Exception {
        PlanResult result =
                plan(create(database), table -> table.withIndexes(List.of(Index.of("event_at", false, List.of("at")))));
        assertEquals(
                List.of(
                        "the table is partitioned, where the server does it under a lock that stops the clients, or not at"
                                + " all"),
                result.refusals().stream().map(Refusal::reason).toList());
    }
}

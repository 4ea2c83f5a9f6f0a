package dev.migratable.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many tables take as many statements as one. */
@PostgresTest
class StatementCountTest {

    private final TestDatabase database;

    StatementCountTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aSchemaOfFiftyTablesTakesNoMoreStatementsThanOneTable() throws SQLException {
        create(0);
        List<String> one = statements();
        for (int i = 1; i < 50; i++) {
            create(i);
        }
        List<String> fifty = statements();
        assertEquals(one, fifty);
        assertTrue(one.size() <= 11, () -> one.size() + " statements");
        assertTrue(one.get(0).contains("repeatable read, read only"), () -> one.get(0));
    }

    private void create(int i) throws SQLException {
        database.execute(
                "CREATE TABLE t" + i
                        + " (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a varchar(10) DEFAULT 'x',"
                        + " b integer UNIQUE REFERENCES t" + i + ", c__parked_0001 text, CHECK (b > 0))",
                "CREATE INDEX ix" + i + " ON t" + i + " (lower(a)) WHERE b > 5",
                "COMMENT ON TABLE t" + i + " IS 'one of many'",
                "CREATE VIEW v" + i + " AS SELECT a FROM t" + i,
                "CREATE SEQUENCE s" + i + " OWNED BY t" + i + ".b");
    }

    private List<String> statements() throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = database.connect()) {
            CatalogInspector.inspect(WatchedConnection.of(connection, statements));
        }
        return statements;
    }

    @Test
    void fiftyTablesAreAskedTogetherWhatTheirExpressionsMean() throws SQLException {
        List<Table> desired = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            database.execute("CREATE TABLE t" + i + " (a varchar(10) DEFAULT 'x', b integer CHECK (b > " + i + "))");
        }
        Schema current = inspect();
        for (Table table : current.tables()) {
            CheckConstraint check = table.checkConstraints().get(0);
            String text = check.expression().replace(" > ", ">");
            desired.add(table.withColumns(table.columns().stream()
                            .map(c -> c.name().equals("a") ? c.withDefault(Optional.of("('x')")) : c)
                            .toList())
                    .withCheckConstraints(List.of(new CheckConstraint(check.name(), text, true))));
        }
        List<String> statements = new ArrayList<>();
        assertEquals(List.of(), asked(current, desired, statements));
        assertTrue(statements.size() <= 6, () -> statements.size() + " statements");

        Table seventh = desired.get(7);
        desired.set(
                7,
                seventh.withCheckConstraints(List.of(
                        new CheckConstraint(seventh.checkConstraints().get(0).name(), "no_such_function(b)", true))));
        List<Change> changes = asked(current, desired, new ArrayList<>());
        assertTrue(changes.stream().allMatch(change -> change.table().equals(seventh.name())), changes::toString);
        assertEquals(2, changes.size(), changes::toString);
    }

    @Test
    void oneAnswerIsNotTakenForAnotherOfAColumnOfAnotherType() throws SQLException {
        database.execute(
                "CREATE TABLE t0 (a integer, CHECK (a = '5'))",
                "CREATE TABLE t1 (a text, CHECK (a = '5'))",
                "CREATE TABLE t2 (a integer, CHECK (a = '5'))");
        Schema current = inspect();
        List<Table> desired = current.tables().stream()
                .map(table -> table.withCheckConstraints(List.of(
                        new CheckConstraint(table.checkConstraints().get(0).name(), "a::integer = 5", true))))
                .toList();
        List<Change> changes = asked(current, desired, new ArrayList<>());
        assertEquals(
                List.of(QualifiedName.inPublic("t1")),
                changes.stream().map(Change::table).distinct().toList(),
                changes::toString);
    }

    private Schema inspect() throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    private List<Change> asked(Schema current, List<Table> desired, List<String> statements) throws SQLException {
        Model model = new Model(current.withTables(desired), Declarations.NONE);
        try (Connection connection = database.connect()) {
            Connection watched = WatchedConnection.of(connection, statements);
            return SchemaDiffer.diff(current, model, new ExpressionInspector(watched));
        }
    }
}

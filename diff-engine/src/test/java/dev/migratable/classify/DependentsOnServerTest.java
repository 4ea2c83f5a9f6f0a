package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the rule says that PostgreSQL refuses a change because of what hangs on it, it does, and nowhere else. */
@PostgresTest
class DependentsOnServerTest {

    private static final QualifiedName T = QualifiedName.inPublic("t");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "create view v as select c from t",
                "create materialized view v as select c from t",
                "create view v as select 1 as one from t",
                "create rule r as on insert to other do also delete from t where c = 'x'",
                "create trigger tr after update of c on t for each row execute function noted()",
                "create trigger tr after update on t for each row when (new.c is null) execute function noted()",
                "create trigger tr after update on t for each row execute function noted()",
                "create policy p on t using (c = current_user)",
                "create policy p on other using (exists (select from t where c = 'x'))",
                "create function f() returns bigint begin atomic select count(c) from t; end",
                "create function f(t) returns text language sql as 'select null::text'",
                "create function f() returns text language sql as 'select c from t limit 1'",
                "create publication pub for table t (id, c)",
                "create publication pub for table t",
                "create statistics s on id, c from t",
                "create table holder (item t)",
                "create table child () inherits (t)",
                "grant select (c) on t to public",
                "alter table t alter c set storage external",
            })
    void itIsAsTheServerSays(String statement, TestDatabase database) throws SQLException {
        assumeTrue(database.serverVersion() >= 14 || !statement.contains("begin atomic"), "functions with a body: 14");
        assumeTrue(database.serverVersion() >= 15 || !statement.contains("(id, c)"), "columns of publications: 15");
        database.execute(
                "create table t (id bigint primary key, c varchar(10))",
                "create table other (id bigint)",
                "create function noted() returns trigger language plpgsql as 'begin return new; end'",
                statement);
        SqlType narrow = SqlType.parse("varchar(10)");
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put(
                "alter table t alter c type varchar(20)",
                new ChangeColumnType(T, "c", narrow, SqlType.parse("varchar(20)")));
        changes.put("alter table t drop c", new DropColumn(T, Column.of("c", narrow, true)));
        Map<String, Boolean> refused = new LinkedHashMap<>();
        Map<String, Boolean> found = new LinkedHashMap<>();
        try (Connection connection = database.connect()) {
            Catalog catalog = CatalogInspector.inspect(connection);
            Table table = catalog.schema().table(T).orElseThrow();
            changes.put("drop table t", new DropTable(table));
            changes.forEach((sql, change) -> found.put(sql, finds(catalog, change)));
            for (String sql : changes.keySet()) {
                refused.put(sql, isRefused(connection, sql));
            }
        }
        assertEquals(refused, found);
    }

    private static boolean finds(Catalog catalog, Change change) {
        ClassificationContext context = new ClassificationContext(
                catalog.schema(),
                catalog.schema(),
                Declarations.NONE,
                catalog.serverVersion(),
                true,
                Map.of(),
                Set.of(),
                Evidence.ofDependents(catalog.dependents(), List.of(change)));
        return Classifier.classify(List.of(change), context).get(0).findings().stream()
                .anyMatch(f -> f.rule().value().equals("MIG209"));
    }

    private static boolean isRefused(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement run = connection.createStatement()) {
            run.execute(sql);
            return false;
        } catch (SQLException e) {
            assertEquals(true, List.of("2BP01", "0A000").contains(e.getSQLState()), e.getMessage());
            return true;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}

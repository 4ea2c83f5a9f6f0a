package dev.migratable.runtime.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.catalog.ExpressionInspector;
import dev.migratable.change.Change;
import dev.migratable.diff.Canonical;
import dev.migratable.diff.RandomSchemas;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Tries the laws of the differ on a server. {@code -Dlaws.count=N -Dlaws.seed=S} for more and other schemas than the
 * few that every build tries.
 */
@PostgresTest
class ServerLawsTest {

    private static final long COUNT = Long.getLong("laws.count", 12);
    private static final long FIRST_SEED = Long.getLong("laws.seed", 0);
    private static final int SET_EXPRESSION_SINCE = 17;

    @Test
    void theChangesLeadFromOneDatabaseToTheOther(TestDatabase database) throws SQLException {
        PgDump dump = PgDump.find(database);
        for (long seed : LongStream.range(FIRST_SEED, FIRST_SEED + COUNT).toArray()) {
            try {
                tryLaws(seed, database, dump);
            } catch (SQLException | RuntimeException | AssertionError e) {
                throw new AssertionError("with -Dlaws.seed=" + seed + " -Dlaws.count=1: " + e.getMessage(), e);
            }
        }
    }

    private static void tryLaws(long seed, TestDatabase database, PgDump dump) throws SQLException {
        RandomSchemas random = new RandomSchemas(seed, database.serverVersion());
        Schema current = random.next();
        Schema desired = random.next();
        if (database.serverVersion() < SET_EXPRESSION_SINCE) {
            desired = withExpressionsOf(current, desired);
        }
        Model model = new Model(desired, Declarations.NONE);
        Schema created = create(database, desired);
        assertEquals(List.of(), SchemaDiffer.diff(created, model), "what was created is what was wanted");
        assertEquals(List.of(), diffOnServer(database, created, model), "the server says so too");
        List<String> wantedDump = dump.lines(database);

        Schema start = create(database, current);
        List<String> ddl = PlainDdl.of(start, SchemaDiffer.diff(start, model));
        run(database, ddl);
        Schema result = read(database);
        Supplier<String> statements = () -> String.join(";\n", ddl);
        assertEquals(lines(Canonical.of(created)), lines(Canonical.of(result)), statements);
        assertEquals(List.of(), SchemaDiffer.diff(result, model), statements);
        assertEquals(List.of(), diffOnServer(database, result, model), statements);
        assertEquals(List.of(), SchemaDiffer.diff(result, new Model(created, Declarations.NONE)), statements);
        assertEquals(lines(wantedDump), lines(dump.lines(database)), statements);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private static List<Change> diffOnServer(TestDatabase database, Schema current, Model desired) throws SQLException {
        try (Connection connection = database.connect()) {
            return SchemaDiffer.diff(current, desired, new ExpressionInspector(connection));
        }
    }

    private static Schema create(TestDatabase database, Schema schema) throws SQLException {
        run(database, List.of("DROP SCHEMA public CASCADE", "CREATE SCHEMA public"));
        run(database, PlainDdl.of(Schema.EMPTY, SchemaDiffer.diff(Schema.EMPTY, new Model(schema, Declarations.NONE))));
        return read(database);
    }

    private static void run(TestDatabase database, List<String> statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                    if (sql.startsWith("ALTER TYPE")) {
                        connection.commit(); // else the value could not be used
                    }
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + "\nin: " + sql + "\nof:\n" + lines(statements), e);
                }
            }
            connection.commit();
        }
    }

    private static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    /** Before 17 an expression cannot be exchanged in place. */
    private static Schema withExpressionsOf(Schema current, Schema desired) {
        List<Table> tables = new ArrayList<>();
        for (Table table : desired.tables()) {
            List<Column> columns = new ArrayList<>(table.columns());
            columns.replaceAll(column -> current.table(table.name())
                    .flatMap(present -> present.column(column.name()))
                    .filter(present -> present.generated().isPresent()
                            && column.generated().isPresent())
                    .map(present -> column.withGenerated(present.generated()))
                    .orElse(column));
            tables.add(table.withColumns(columns));
        }
        return desired.withTables(tables);
    }
}

package dev.migratable.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reading takes as many statements for many tables as for one, and sees one state. */
@PostgresTest
class StatementCountTest {

    private static final Set<String> ROUND_TRIPS = Set.of("execute", "executeQuery", "executeUpdate", "setSavepoint");

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
            CatalogInspector.inspect(watched(Connection.class, connection, "", statements));
        }
        return statements;
    }

    /** Passes everything on to the real one and notes what goes to the server. */
    private static <T> T watched(Class<T> type, T target, String sql, List<String> statements) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object[] given = arguments == null ? new Object[0] : arguments;
            String text = given.length > 0 && given[0] instanceof String first ? first : sql;
            if (ROUND_TRIPS.contains(method.getName())) {
                statements.add(text);
            }
            try {
                Object result = method.invoke(target, given);
                if (result instanceof PreparedStatement prepared) {
                    return watched(PreparedStatement.class, prepared, text, statements);
                }
                return result instanceof Statement statement
                        ? watched(Statement.class, statement, text, statements)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

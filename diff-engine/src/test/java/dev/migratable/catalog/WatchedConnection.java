package dev.migratable.catalog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Passes everything on to a real connection and notes which statements go to the server. */
final class WatchedConnection {

    private static final Set<String> ROUND_TRIPS = Set.of("execute", "executeQuery", "executeUpdate", "setSavepoint");

    private WatchedConnection() {}

    /** Returns a connection that adds the texts of statements to a list, and an empty one for a savepoint. */
    static Connection of(Connection connection, List<String> statements) {
        return watched(Connection.class, connection, "", statements);
    }

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

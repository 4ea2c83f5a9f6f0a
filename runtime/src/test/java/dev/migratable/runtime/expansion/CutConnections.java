package dev.migratable.runtime.expansion;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Hands out real connections, counts what is sent over them but queries, and has the server end the session that sends a chosen
 * statement or COMMIT: before it gets there, or after it was executed and before its answer came back.
 */
final class CutConnections {
    enum Cut {
        BEFORE,
        AFTER
    }

    private static final Set<String> SENDING = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "executeLargeBatch");

    private final DataSource real;
    private final int at;
    private final Cut cut;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile String where = "";

    /**
     * Prepares to cut.
     *
     * @param at which statement, counted from 1; 0 for none
     */
    CutConnections(DataSource real, int at, Cut cut) {
        this.real = real;
        this.at = at;
        this.cut = cut;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, real, (method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? cutting(connection) : result;
        });
    }

    /** How many statements and commits were sent. */
    int sent() {
        return sent.get();
    }

    /** The statement at which the session was ended; empty where none was. */
    String where() {
        return where;
    }

    private Connection cutting(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                return send(connection, "COMMIT", () -> call(connection, method, arguments));
            }
            Object result = call(connection, method, arguments);
            String text = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : "";
            if (result instanceof CallableStatement statement) {
                return cutting(CallableStatement.class, statement, connection, text);
            }
            if (result instanceof PreparedStatement statement) {
                return cutting(PreparedStatement.class, statement, connection, text);
            }
            return result instanceof Statement statement ? cutting(Statement.class, statement, connection, "") : result;
        });
    }

    private <S extends Statement> S cutting(Class<S> type, S statement, Connection connection, String prepared) {
        return proxy(type, statement, (method, arguments) -> {
            if (!SENDING.contains(method.getName())) {
                return call(statement, method, arguments);
            }
            String text = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : prepared;
            return changesNothing(text)
                    ? call(statement, method, arguments)
                    : send(connection, text, () -> call(statement, method, arguments));
        });
    }

    /** To lose the session at a query is to lose it before the next statement that is none. */
    private static boolean changesNothing(String text) {
        String head = text.stripLeading().toUpperCase(Locale.ROOT);
        return head.startsWith("SHOW ")
                || head.startsWith("SELECT ") && !head.contains("SET_CONFIG(") && !head.contains("_ADVISORY_");
    }

    private interface Sending {
        @Nullable
        Object send() throws Throwable;
    }

    private @Nullable Object send(Connection connection, String text, Sending sending) throws Throwable {
        if (sent.incrementAndGet() != at) {
            return sending.send();
        }
        where = text.strip().lines().findFirst().orElse("");
        if (cut == Cut.BEFORE) {
            end(connection);
            return sending.send();
        }
        sending.send();
        end(connection);
        throw new SQLException("the connection was lost before the answer came", "08006");
    }

    private void end(Connection connection) throws SQLException {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        try (Connection other = real.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + pid + ")");
            while (isAlive(statement, pid)) {
                LockSupport.parkNanos(500_000);
            }
        }
    }

    private static boolean isAlive(Statement statement, int pid) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT FROM pg_stat_activity WHERE pid = " + pid)) {
            return result.next();
        }
    }

    private interface Call {
        @Nullable
        Object call(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T target, Call call) {
        InvocationHandler handler = (self, method, arguments) -> call.call(method, arguments);
        return type.cast(Proxy.newProxyInstance(target.getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}

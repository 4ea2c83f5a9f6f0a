package dev.migratable.runtime.expansion;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Hands out real connections, and lets somebody else stand between them and what is sent, queries and settings of a
 * transaction left out. */
final class TappedConnections {
    private static final Set<String> SENDING = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "executeLargeBatch");

    /** Sends what was to be sent. */
    interface Sending {
        @Nullable
        Object send() throws Throwable;
    }

    /** Stands between. */
    interface Tap {
        /**
         * Sees a statement, or {@code COMMIT} or {@code ROLLBACK}.
         *
         * @param connection the real connection
         */
        @Nullable
        Object pass(Connection connection, String text, Sending sending) throws Throwable;
    }

    private final Tap tap;

    private TappedConnections(Tap tap) {
        this.tap = tap;
    }

    static DataSource of(DataSource real, Tap tap) {
        TappedConnections tapped = new TappedConnections(tap);
        return proxy(DataSource.class, real, (method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? tapped.connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments) -> {
            // Going back to autocommit commits, too; without a transaction, nothing is sent.
            boolean commits = method.getName().equals("commit")
                    || method.getName().equals("setAutoCommit") && !connection.getAutoCommit();
            if (commits && isInTransaction(connection)) {
                return tap.pass(connection, "COMMIT", () -> call(connection, method, arguments));
            }
            if (method.getName().equals("rollback")) {
                return tap.pass(connection, "ROLLBACK", () -> call(connection, method, arguments));
            }
            Object result = call(connection, method, arguments);
            String text = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : "";
            if (result instanceof CallableStatement statement) {
                return statement(CallableStatement.class, statement, connection, text);
            }
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, connection, text);
            }
            return result instanceof Statement statement
                    ? statement(Statement.class, statement, connection, "")
                    : result;
        });
    }

    private static boolean isInTransaction(Connection connection) throws SQLException {
        return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
    }

    private <S extends Statement> S statement(Class<S> type, S statement, Connection connection, String prepared) {
        return proxy(type, statement, (method, arguments) -> {
            if (!SENDING.contains(method.getName())) {
                return call(statement, method, arguments);
            }
            String text = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : prepared;
            return changesNothing(text)
                    ? call(statement, method, arguments)
                    : tap.pass(connection, text, () -> call(statement, method, arguments));
        });
    }

    private static boolean changesNothing(String text) {
        String head = text.stripLeading().toUpperCase(Locale.ROOT);
        return head.startsWith("SHOW ")
                || head.startsWith("SET LOCAL ")
                || head.startsWith("SET TRANSACTION ")
                || head.startsWith("SELECT ") && !head.contains(", FALSE) FROM UNNEST") && !head.contains("_ADVISORY_");
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

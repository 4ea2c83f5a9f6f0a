package dev.migratable.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statements that some code ran, with their parameters: to run them again without anything being made of their rows.
 * Confined to one thread.
 */
final class RecordedStatements {

    private record Run(String sql, Map<Integer, Object> parameters, int fetchSize) {}

    /** What is done over a connection. */
    interface Work {
        void over(Connection connection) throws SQLException;
    }

    private final List<Run> runs = new ArrayList<>();

    /** Does something and records what it runs. */
    static RecordedStatements of(Connection connection, Work work) throws SQLException {
        RecordedStatements recorded = new RecordedStatements();
        work.over(recorded.watch(Connection.class, connection, recorded::connectionCall));
        return recorded;
    }

    /** Returns how many statements were recorded. */
    int count() {
        return runs.size();
    }

    /** Runs the statements in one transaction and takes all their rows. Returns the number of rows. */
    long replay(Connection connection) throws SQLException {
        long rows = 0;
        connection.setAutoCommit(false);
        for (Run run : runs) {
            try (PreparedStatement statement = connection.prepareStatement(run.sql)) {
                statement.setFetchSize(run.fetchSize);
                for (Map.Entry<Integer, Object> parameter : run.parameters.entrySet()) {
                    statement.setObject(parameter.getKey(), parameter.getValue());
                }
                rows += BareQueries.take(statement, statement.execute());
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
        return rows;
    }

    /** What happens around a call. */
    private interface Call {
        Object result(Object target, Method method, Object[] arguments) throws Throwable;
    }

    private <T> T watch(Class<T> type, T target, Call call) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return call.result(target, method, arguments == null ? new Object[0] : arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object connectionCall(Object target, Method method, Object[] arguments) throws Throwable {
        Object result = method.invoke(target, arguments);
        if (result instanceof PreparedStatement statement) {
            Map<Integer, Object> parameters = new TreeMap<>();
            return watch(
                    PreparedStatement.class,
                    statement,
                    (s, m, a) -> preparedCall((String) arguments[0], parameters, s, m, a));
        }
        return result instanceof Statement statement ? watch(Statement.class, statement, this::statementCall) : result;
    }

    private Object statementCall(Object target, Method method, Object[] arguments) throws Throwable {
        if (method.getName().startsWith("execute")) {
            runs.add(new Run((String) arguments[0], Map.of(), ((Statement) target).getFetchSize()));
        }
        return method.invoke(target, arguments);
    }

    private Object preparedCall(
            String sql, Map<Integer, Object> parameters, Object target, Method method, Object[] arguments)
            throws Throwable {
        if (method.getName().startsWith("set") && arguments.length > 1) {
            parameters.put((Integer) arguments[0], arguments[1]);
        } else if (method.getName().startsWith("execute")) {
            runs.add(new Run(sql, new TreeMap<>(parameters), ((Statement) target).getFetchSize()));
        }
        return method.invoke(target, arguments);
    }

    /** Returns the texts, to be looked at. */
    @Override
    public String toString() {
        return String.join("\n", runs.stream().map(Run::sql).toList());
    }
}

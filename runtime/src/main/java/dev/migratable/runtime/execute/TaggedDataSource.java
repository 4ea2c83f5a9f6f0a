package dev.migratable.runtime.execute;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Hands out the connections of another data source under the application's tag. Put it below a pool, between the pool
 * and the driver; above a pool it works too, at the price of one round trip for each connection borrowed.
 */
public final class TaggedDataSource implements DataSource {

    private static final String APPLICATION_NAME = "ApplicationName";

    private final DataSource dataSource;
    private final ApplicationTag tag;

    /** Creates a data source that tags the connections of {@code dataSource}. */
    public TaggedDataSource(DataSource dataSource, ApplicationTag tag) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.tag = Objects.requireNonNull(tag, "tag");
    }

    @Override
    public Connection getConnection() throws SQLException {
        return tagged(dataSource.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return tagged(dataSource.getConnection(user, password));
    }

    private Connection tagged(Connection connection) throws SQLException {
        try {
            connection.setClientInfo(APPLICATION_NAME, tag.applicationName());
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return dataSource.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        dataSource.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        dataSource.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return dataSource.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return dataSource.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(dataSource) ? type.cast(dataSource) : dataSource.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(dataSource) || dataSource.isWrapperFor(type);
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes copies of a test's database, one after the other, so that something can be tried again and again. Used by one
 * thread; another one has {@linkplain #sibling copies of its own}.
 */
final class DatabaseCopies implements AutoCloseable {
    /** The first version that can do otherwise, and has to be told that copying files is the faster way of so few. */
    private static final int STRATEGY_SINCE = 15;

    private final TestDatabase original;
    private final String name;
    private final String frozen;
    private final Connection maintenance;
    private String template;

    DatabaseCopies(TestDatabase original) throws SQLException {
        this(original, original.name(), original.name() + "_copy");
    }

    private DatabaseCopies(TestDatabase original, String template, String name) throws SQLException {
        this.original = original;
        this.name = name;
        this.frozen = original.name() + "_frozen";
        this.template = template;
        this.maintenance = source("postgres").getConnection();
    }

    /** Copies of what these are copies of now, beside them. */
    DatabaseCopies sibling(int number) throws SQLException {
        return new DatabaseCopies(original, template, name + "_" + number);
    }

    /** Replaces the latest copy by a new one; nobody may be connected to what is copied. */
    DataSource renew() throws SQLException {
        copy(template, name);
        return latest();
    }

    DataSource latest() {
        return source(name);
    }

    String url() {
        return original.url().replace("/" + original.name(), "/" + name);
    }

    /** Makes later copies from the latest copy as it is now. */
    void freeze() throws SQLException {
        copy(name, frozen);
        template = frozen;
    }

    private void copy(String from, String to) throws SQLException {
        String strategy = original.serverVersion() >= STRATEGY_SINCE ? " STRATEGY FILE_COPY" : "";
        drop(to);
        execute("CREATE DATABASE " + to + " TEMPLATE " + from + strategy);
    }

    private void drop(String database) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    @Override
    public void close() throws SQLException {
        try (maintenance) {
            drop(name);
            if (name.equals(original.name() + "_copy")) {
                drop(frozen);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = maintenance.createStatement()) {
            statement.execute(sql);
        }
    }

    private DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(original.url().replace("/" + original.name(), "/" + database));
        return source;
    }
}

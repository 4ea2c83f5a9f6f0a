package dev.migratable.runtime.expansion;

import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes copies of a test's database, one after the other, so that something can be tried again and again. */
final class DatabaseCopies implements AutoCloseable {
    private final TestDatabase original;
    private final String name;
    private final String frozen;
    private String template;

    DatabaseCopies(TestDatabase original) {
        this.original = original;
        this.name = original.name() + "_copy";
        this.frozen = original.name() + "_frozen";
        this.template = original.name();
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
        execute("DROP DATABASE IF EXISTS " + to + " WITH (FORCE)", "CREATE DATABASE " + to + " TEMPLATE " + from);
    }

    @Override
    public void close() throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        execute("DROP DATABASE IF EXISTS " + frozen + " WITH (FORCE)");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = source("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(original.url().replace("/" + original.name(), "/" + database));
        return source;
    }
}

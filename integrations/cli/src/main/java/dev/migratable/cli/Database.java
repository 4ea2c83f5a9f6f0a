package dev.migratable.cli;

import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens sessions on one live database and says in one line why one cannot be opened. */
final class Database {

    /** How PostgreSQL's JDBC URLs begin. */
    static final String PREFIX = "jdbc:postgresql:";

    /** The gate does not count sessions of this name among those that may still use an older model. */
    private static final String APPLICATION_NAME = "migratable-runner cli";

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_AUTHORISED = "28000";

    /** The driver's, where the server wants another way to log in: a password, or encryption. */
    private static final String REJECTED = "08004";

    private static final String NO_DATABASE = "3D000";
    private static final String NO_PRIVILEGE = "42501";
    private static final String TOO_MANY = "53300";
    private static final String PASSWORD_FIX =
            "Give the right one in MIGRATABLE_PASSWORD, PGPASSWORD or the URL, or ask for it with --password";

    private final String place;
    private final PGSimpleDataSource source;

    private Database(String place, PGSimpleDataSource source) {
        this.place = place;
        this.source = source;
    }

    /**
     * Names a database; connects to nothing.
     *
     * @param url the JDBC URL; what it says wins
     * @param user the user where the URL names none
     * @param typed the password that a person typed; it wins over the URL's
     * @param otherwise the password where there is no other
     */
    static Database of(String url, Optional<String> user, Optional<String> typed, Optional<String> otherwise) {
        String place = place(url);
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw CliError.CONNECTION.at(place, "is no PostgreSQL URL", "Write jdbc:postgresql://host:port/database");
        }
        if (source.getUser() == null) {
            user.ifPresent(source::setUser);
        }
        if (source.getPassword() == null) {
            otherwise.ifPresent(source::setPassword);
        }
        typed.ifPresent(source::setPassword);
        source.setApplicationName(APPLICATION_NAME);
        return new Database(place, source);
    }

    /** Returns the URL for people: without its parameters, among which passwords are. */
    static String place(String url) {
        int parameters = url.indexOf('?');
        return Mask.in(parameters < 0 ? url : url.substring(0, parameters));
    }

    /** Returns another database of the same server, for the same user. */
    Database named(String name) {
        PGSimpleDataSource other = new PGSimpleDataSource();
        other.setUrl(source.getUrl());
        other.setDatabaseName(name);
        other.setUser(source.getUser());
        other.setPassword(source.getPassword());
        other.setApplicationName(APPLICATION_NAME);
        return new Database(place + " (" + name + ")", other);
    }

    /** Returns the URL for people. */
    String place() {
        return place;
    }

    /** Returns the source of sessions for the runtime. */
    DataSource dataSource() {
        return source;
    }

    /** Opens a session; the caller closes it. */
    Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw CliError.CONNECTION.at(place, "cannot connect: " + Errors.fact(e), fix(e), e);
        }
    }

    /** Makes sure that the database can be connected to, so that a failure names it. */
    void check() {
        try {
            connect().close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Says what is wrong with a statement on this database. */
    MigratableException failed(SQLException e) {
        String fix = NO_PRIVILEGE.equals(e.getSQLState())
                ? "Grant the privilege, or connect as the owner of the tables"
                : "Run again with --debug to see where";
        return CliError.STATEMENT.at(place, Errors.fact(e), fix, e);
    }

    private String fix(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return switch (state) {
            case WRONG_PASSWORD -> PASSWORD_FIX;
            case REJECTED -> source.getPassword() == null ? PASSWORD_FIX : "Change the URL to what the server asks for";
            case NOT_AUTHORISED -> "Connect as a user who may, or have pg_hba.conf changed";
            case NO_DATABASE -> "Name an existing database in the URL, or create it";
            case NO_PRIVILEGE -> "Grant the user CONNECT on the database";
            case TOO_MANY -> "Try again when sessions have ended";
            default -> "Check host, port and database of the URL, and that the server runs";
        };
    }
}

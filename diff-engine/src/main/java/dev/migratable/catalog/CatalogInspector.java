package dev.migratable.catalog;

import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/**
 * Reads the schema of a live PostgreSQL, 13 to 18, whoever made it.
 *
 * <p><b>Never read:</b> system schemas and temporary tables, the schemas {@code migratable} and {@code
 * migratable_parked}, Liquibase's {@code databasechangelog} and {@code databasechangeloglock} in any schema, objects of
 * extensions, foreign tables, and what hangs on no table, sequences and enum types apart. Columns named
 * {@code …__parked_NNNN}, with the constraints and indexes that mention them and the sequences they own, are reported apart.
 *
 * <p><b>Views, triggers, privileges</b> and whatever else hangs on a table without being part of a
 * model is given as {@link Dependent}s.
 *
 * <p><b>Partitions</b> are tables of their own, without the constraints and indexes they have from their parent; the
 * inherited columns of an inheritance child are columns like others.
 *
 * <p><b>Constraints for which the model has no words</b> ({@code EXCLUDE}, {@code WITHOUT OVERLAPS}, {@code PERIOD},
 * {@code NOT ENFORCED}, {@code NO INHERIT}, {@code ON DELETE SET NULL (columns)}) are kept as the server prints them,
 * among the table's exclusion constraints. A NOT NULL constraint that is not valid leaves its column nullable.
 *
 * <p><b>Transactions:</b> a connection in autocommit mode is read in one REPEATABLE READ, READ ONLY transaction, and is
 * in autocommit mode again afterwards. Otherwise the caller's transaction is used, its uncommitted changes are seen,
 * its isolation decides on consistency, and a savepoint keeps it as it was, the search path included, even after a
 * failure.
 */
public final class CatalogInspector {

    private static final String PERMISSION_DENIED = "42501";

    private CatalogInspector() {}

    /**
     * Reads everything.
     *
     * @throws MigratableException {@code CAT01} where the database cannot be read, {@code CAT02} where permission is
     *     missing, {@code CAT03} where the server is too old, {@code CAT04} where the schema changed meanwhile
     */
    public static Catalog inspect(Connection connection) {
        return inspect(connection, CatalogScope.all());
    }

    /**
     * Reads a part.
     *
     * @throws MigratableException as {@link #inspect(Connection)}
     */
    public static Catalog inspect(Connection connection, CatalogScope scope) {
        Optional<String> database = Optional.empty();
        try {
            database = Optional.ofNullable(connection.getCatalog());
            return connection.getAutoCommit() ? inOwnTransaction(connection, scope) : inSavepoint(connection, scope);
        } catch (SQLException e) {
            throw failure(database.map(name -> "database " + name).orElse("the database"), e);
        }
    }

    private static Catalog inOwnTransaction(Connection connection, CatalogScope scope) throws SQLException {
        connection.setAutoCommit(false);
        try (OwnTransaction transaction = new OwnTransaction(new CatalogQuery(connection))) {
            transaction.query().run("snapshot");
            return new SchemaInspector(transaction.query(), scope).inspect();
        }
    }

    private static Catalog inSavepoint(Connection connection, CatalogScope scope) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try (CallersTransaction transaction = new CallersTransaction(new CatalogQuery(connection), savepoint)) {
            return new SchemaInspector(transaction.query(), scope).inspect();
        }
    }

    private static MigratableException failure(String database, SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("none");
        String fact = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
        if (state.equals(PERMISSION_DENIED)) {
            return new MigratableException(
                    "CAT02",
                    database + ": " + fact + " (SQLSTATE " + state + "). Grant the permission to the connecting role.",
                    e);
        }
        return new MigratableException(
                "CAT01",
                database + ": its catalog cannot be read: " + fact + " (SQLSTATE " + state
                        + "). Check the connection and try again.",
                e);
    }

    /** Ends the transaction, and with it the local settings. */
    private record OwnTransaction(CatalogQuery query) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            query.connection().rollback();
            query.connection().setAutoCommit(true);
        }
    }

    /** Takes back the local settings, and an error that would have left the caller's transaction unusable. */
    private record CallersTransaction(CatalogQuery query, Savepoint savepoint) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            query.connection().rollback(savepoint);
            query.connection().releaseSavepoint(savepoint);
        }
    }
}

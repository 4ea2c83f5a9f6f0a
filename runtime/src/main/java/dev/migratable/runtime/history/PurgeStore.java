package dev.migratable.runtime.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what was purged, in {@code migratable.purge}. A trigger that comes with the table refuses, to any Liquibase, to undo
 * a migration of which something was. Works on the connection it is given and never commits.
 */
public final class PurgeStore {

    private static final String MISSING = "SELECT to_regclass('migratable.purge') IS NULL";

    private static final List<String> CREATE = List.of("""
            CREATE TABLE migratable.purge (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                migration text NOT NULL,
                object text NOT NULL,
                went_with text[] NOT NULL,
                who text NOT NULL DEFAULT current_user,
                purged_at timestamptz NOT NULL DEFAULT clock_timestamp()
            )""", """
            CREATE FUNCTION migratable.refuse_undo() RETURNS trigger
            LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $function$
            DECLARE
                purged text;
            BEGIN
                IF TG_OP = 'DELETE' OR OLD.state = 'contracted' AND NEW.state <> 'contracted' THEN
                    SELECT string_agg(p.object, ', ' ORDER BY p.id) INTO purged FROM migratable.purge AS p
                    WHERE p.migration = OLD.id;
                    IF purged IS NOT NULL THEN
                        RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',
                            MESSAGE = 'migration ' || OLD.id || ' cannot be undone any more, these were purged: ' || purged;
                    END IF;
                END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            END
            $function$""", """
            CREATE TRIGGER refuse_undo BEFORE UPDATE OR DELETE ON migratable.migration
            FOR EACH ROW EXECUTE FUNCTION migratable.refuse_undo()""");

    private static final String INSERT = "INSERT INTO migratable.purge (migration, object, went_with) VALUES (?, ?, ?)";

    private static final String ALL = """
            SELECT migration, object, who, to_char(purged_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
            FROM migratable.purge ORDER BY id""";

    /**
     * Something that was purged.
     *
     * @param migration the migration that had parked it
     * @param object what it was called
     * @param who the database user
     * @param at when, in UTC
     */
    public record Purged(String migration, String object, String who, String at) {}

    private final Connection connection;

    /** Creates a store on a connection. */
    public PurgeStore(Connection connection) {
        this.connection = connection;
    }

    /** Creates the table and its trigger where they are missing. */
    public void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement, MISSING)) {
                for (String sql : CREATE) {
                    statement.execute(sql);
                }
            }
        }
    }

    /** Notes that something is purged, in the transaction that does so. */
    public void add(String migration, String object, List<String> wentWith) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, migration);
            statement.setString(2, object);
            statement.setArray(3, connection.createArrayOf("text", wentWith.toArray()));
            statement.executeUpdate();
        }
    }

    /** Reads all that was purged, in order; empty before the first time. */
    public List<Purged> all() throws SQLException {
        List<Purged> purged = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement, MISSING)) {
                return purged;
            }
            try (ResultSet result = statement.executeQuery(ALL)) {
                while (result.next()) {
                    purged.add(new Purged(
                            result.getString(1), result.getString(2), result.getString(3), result.getString(4)));
                }
            }
        }
        return purged;
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}

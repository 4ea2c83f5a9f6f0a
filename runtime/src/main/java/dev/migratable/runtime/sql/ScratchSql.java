package dev.migratable.runtime.sql;

/** Makes and drops a database that is only there for a moment. */
public final class ScratchSql {

    private ScratchSql() {}

    /** Creates an empty database, whatever the template of the server has been given. */
    public static String create(String name) {
        return "CREATE DATABASE " + Sql.identifier(name) + " TEMPLATE template0";
    }

    /** Drops a database in spite of sessions on it. */
    public static String drop(String name) {
        return "DROP DATABASE IF EXISTS " + Sql.identifier(name) + " WITH (FORCE)";
    }
}

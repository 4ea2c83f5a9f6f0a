package dev.migratable.runtime.execute;

/** What a migrator may do without being asked. */
public enum Mode {
    /** Nothing; a database that does not match the model is reported. */
    PRODUCTION,
    /** Safe changes are applied when the application starts; never to a database that is marked as production. */
    DEVELOPMENT
}

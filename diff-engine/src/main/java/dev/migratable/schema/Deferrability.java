package dev.migratable.schema;

/** When a constraint is checked. */
public enum Deferrability {
    /** At the end of each statement; PostgreSQL's default. */
    NOT_DEFERRABLE,
    /** At the end of each statement unless the transaction defers it. */
    INITIALLY_IMMEDIATE,
    /** At commit. */
    INITIALLY_DEFERRED
}

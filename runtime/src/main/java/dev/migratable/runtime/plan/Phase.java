package dev.migratable.runtime.plan;

/** The phases of a migration in order; the new application version is rolled out between VERIFY and CONTRACT. */
public enum Phase {
    /** Adds and loosens; the old version keeps running and never notices. */
    EXPAND,
    /** Gives existing rows their values, in batches. */
    BACKFILL,
    /** Counts what is not as it must be; nothing goes on until that is zero. */
    VERIFY,
    /** Tightens and removes; only behind the gate. */
    CONTRACT
}

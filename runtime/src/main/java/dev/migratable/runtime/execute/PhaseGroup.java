package dev.migratable.runtime.execute;

/** The two halves of a migration, between which the new version of the application is rolled out. */
public enum PhaseGroup {
    /** Expand, backfill and verify: before the rollout. */
    EXPAND,
    /** Contract: after the rollout, behind the gate. */
    CONTRACT
}

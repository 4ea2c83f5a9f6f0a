package dev.migratable.runtime.expansion;

import dev.migratable.runtime.plan.Phase;

/** The order of steps: what others need comes first, what a running version needs goes last. */
enum Stage {
    BEGIN(Phase.EXPAND),
    CREATE_TYPE(Phase.EXPAND),
    ADD_VALUE(Phase.EXPAND),
    CREATE_SEQUENCE(Phase.EXPAND),
    CREATE_TABLE(Phase.EXPAND),
    RENAME_TABLE(Phase.EXPAND),
    DROP_CONSTRAINT(Phase.EXPAND),
    /** Before what an identity column does not let be changed. */
    EXCHANGE_COUNTER(Phase.EXPAND),
    LOOSEN_COLUMN(Phase.EXPAND),
    ADD_COLUMN(Phase.EXPAND),
    /** How rows are stored, before any is written. */
    SETTING(Phase.EXPAND),
    /** Columns that are kept in step from here on. */
    ADD_TWIN(Phase.EXPAND),
    TRY_CONVERSION(Phase.EXPAND),
    DUAL_WRITE(Phase.EXPAND),
    TRY_AGAIN(Phase.EXPAND),
    BACKFILL(Phase.BACKFILL),
    ANALYZE(Phase.BACKFILL),
    VERIFY(Phase.VERIFY),
    /** Indexes are built after the backfill: once, and without the dead rows it leaves. */
    TWIN_INDEX(Phase.EXPAND),
    TWIN_CONSTRAINT(Phase.EXPAND),
    /** Twins of another type take the names of their columns; what comes later means them. */
    SWAP(Phase.EXPAND),
    CREATE_INDEX(Phase.EXPAND),
    ADD_CONSTRAINT(Phase.EXPAND),
    /** When a new partition has all that its parent demands. */
    ATTACH(Phase.EXPAND),
    COMMENT(Phase.EXPAND),
    /** The table goes by another name from here on, so everything else comes before. */
    ALIAS_VIEW(Phase.EXPAND),
    EXPANDED(Phase.EXPAND),
    GATE(Phase.CONTRACT),
    DROP_VIEW(Phase.CONTRACT),
    TIGHTEN_KEY(Phase.CONTRACT),
    TIGHTEN(Phase.CONTRACT),
    RELEASE(Phase.CONTRACT),
    RELEASE_INDEX(Phase.CONTRACT),
    REVERSE_BACKFILL(Phase.CONTRACT),
    DROP_DUAL_WRITE(Phase.CONTRACT),
    /** When nothing is written by way of the former key any more. */
    REPLACE_KEY(Phase.CONTRACT),
    /** What could not be while the former key was there, or needs the new one. */
    AFTER_KEY(Phase.CONTRACT),
    DROP_INDEX(Phase.CONTRACT),
    PARK(Phase.CONTRACT),
    /** After the columns and tables that name it. */
    PARK_TYPE(Phase.CONTRACT),
    CONTRACTED(Phase.CONTRACT);

    private final Phase phase;

    Stage(Phase phase) {
        this.phase = phase;
    }

    Phase phase() {
        return phase;
    }
}

package dev.migratable.annotations;

/** How a renamed column keeps its former name while old versions run. */
public enum RenameStrategy {

    /** A second column, kept equal by a trigger and filled in batches: whatever a client does, it works. */
    DUAL_WRITE,

    /**
     * A view under the table's name that has the column under both names: instant on a table of any size, without trigger
     * and backfill, and for columns that are keys, too. Until contract clients cannot {@code COPY FROM} or {@code TRUNCATE}
     * the table, nor use what views lack ({@code ctid}, {@code pg_get_serial_sequence}, {@code ON CONFLICT ON CONSTRAINT}).
     */
    ALIAS_VIEW
}

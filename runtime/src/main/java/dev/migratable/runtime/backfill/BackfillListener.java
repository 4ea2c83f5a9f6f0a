package dev.migratable.runtime.backfill;

/** Is told how a backfill goes, in the thread that runs it. */
@FunctionalInterface
public interface BackfillListener {

    /** It is this far. */
    void progress(BackfillProgress progress);

    /** Something that ought to be watched cannot be; told once. */
    default void warning(String warning) {}
}

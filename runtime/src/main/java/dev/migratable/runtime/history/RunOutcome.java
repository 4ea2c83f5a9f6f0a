package dev.migratable.runtime.history;

import java.util.Locale;

/** How a run or one of its steps ended; a run that was killed has none. */
public enum RunOutcome {
    /** Everything asked for was done. */
    DONE,
    /** Somebody asked to stop; the same command goes on. */
    STOPPED,
    /** A contract's gate was closed. */
    GATE_CLOSED,
    /** An error ended it. */
    FAILED;

    /** Returns the word stored in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

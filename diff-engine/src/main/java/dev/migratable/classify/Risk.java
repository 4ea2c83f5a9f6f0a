package dev.migratable.classify;

/** How dangerous a change is on a live database with old application versions running; ordered. */
public enum Risk {
    /** Metadata only, breaks nobody, loses nothing. */
    SAFE,
    /** Works, but somebody should know: a short queueing lock, a slow build beside the clients. */
    CAUTION,
    /** Blocks clients for long, fails on data, or breaks a running version. */
    UNSAFE,
    /** Data is lost. */
    DESTRUCTIVE;

    /** Returns the greater of two risks. */
    public Risk max(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

package dev.migratable.runtime.estimate;

/**
 * How fast a kind of work was done in a database.
 *
 * @param rowsPerSecond its rows a second, all samples together
 * @param samples how many steps that is known from, at least 1
 */
public record Rate(double rowsPerSecond, int samples) {

    /** Rejects what is no rate. */
    public Rate {
        if (!(rowsPerSecond > 0) || samples < 1) {
            throw new IllegalArgumentException("rate " + rowsPerSecond + " of " + samples);
        }
    }
}

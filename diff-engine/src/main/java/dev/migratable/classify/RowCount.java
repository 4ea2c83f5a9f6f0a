package dev.migratable.classify;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How many rows were found, among how many.
 *
 * @param found how many
 * @param read how many were looked at
 * @param sampled whether those are a sample of the table
 * @param obstacle why nothing was counted; empty where it was
 */
public record RowCount(long found, long read, boolean sampled, Optional<String> obstacle) {

    /** Rejects nulls. */
    public RowCount {
        Objects.requireNonNull(obstacle, "obstacle");
    }

    /** Returns a count of a whole table. */
    public static RowCount exact(long found, long read) {
        return new RowCount(found, read, false, Optional.empty());
    }

    /** Returns a count in a sample. */
    public static RowCount inSample(long found, long read) {
        return new RowCount(found, read, true, Optional.empty());
    }

    /** Returns that it was tried in vain. */
    public static RowCount impossible(String obstacle) {
        return new RowCount(0, 0, false, Optional.of(obstacle));
    }

    /** Returns whether it is certain that there was no such row when it was counted. */
    public boolean isNone() {
        return obstacle.isEmpty() && !sampled && found == 0;
    }

    /** Returns {@code 17 of 20,431,002 rows}, followed by what they do. */
    public String words(String verb) {
        if (obstacle.isPresent()) {
            return "how many rows " + verb + " was not counted: " + obstacle.get();
        }
        String number = found == 0 ? "none" : number(found);
        return number + " of " + number(read) + (sampled ? " sampled" : "") + " rows " + verb;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

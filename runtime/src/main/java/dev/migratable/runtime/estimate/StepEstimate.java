package dev.migratable.runtime.estimate;

import java.util.Locale;
import java.util.Objects;

/**
 * What a step is expected to cost.
 *
 * @param work what its time is spent on
 * @param rows rows that it writes or reads
 * @param bytes disk space that it takes, at most
 * @param walBytes WAL that it writes, about
 * @param millis how long it takes, waits for locks left out
 * @param samples how many earlier steps of this database the time is known from; 0 where it is a guess
 */
public record StepEstimate(Work work, long rows, long bytes, long walBytes, long millis, int samples) {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};
    private static final int SECONDS_AN_HOUR = 3600;

    /** Rejects a missing kind. */
    public StepEstimate {
        Objects.requireNonNull(work, "work");
    }

    /** Returns whether nothing in this database's own history tells the time. */
    public boolean isGuess() {
        return samples == 0 && work != Work.INSTANT && rows > 0;
    }

    /** Returns it in words: {@code about 3000 rows, 1.2 MB, WAL 2.4 MB, 0.1 s (guess)}. */
    public String describe() {
        if (work == Work.INSTANT || rows == 0) {
            return "an instant";
        }
        return "about " + rows + (rows == 1 ? " row" : " rows")
                + (bytes > 0 ? ", " + size(bytes) : "")
                + (walBytes > 0 ? ", WAL " + size(walBytes) : "")
                + ", " + time(millis) + " (" + basis() + ")";
    }

    /** Returns where the time is from. */
    public String basis() {
        if (samples == 0) {
            return "guess";
        }
        return "from " + samples + " earlier " + work.word() + (samples == 1 ? "" : "s") + " here";
    }

    /** Returns a number of bytes for people. */
    public static String size(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return unit == 0 || size >= 100
                ? Math.round(size) + " " + UNITS[unit]
                : String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
    }

    /** Returns a time for people. */
    public static String time(long millis) {
        if (millis < 1000) {
            return millis + " ms";
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return seconds < SECONDS_AN_HOUR
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / SECONDS_AN_HOUR + " h " + seconds % SECONDS_AN_HOUR / 60 + " min";
    }
}

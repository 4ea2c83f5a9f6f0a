package dev.migratable.runtime.control;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast a backfill may be: a share of the time in which it works, and a number of rows each second. Whichever is
 * less holds.
 *
 * @param percent the share, 1 to 100
 * @param rowsPerSecond the most rows looked at each second by all workers together; 0 where any number may be
 */
public record Rate(int percent, long rowsPerSecond) {

    /** As fast as the server lets it. */
    public static final Rate FULL = new Rate(100, 0);

    private static final Pattern TEXT = Pattern.compile("(full)|([1-9]\\d?|100)%|([1-9]\\d{0,8})");

    /** Rejects what would do nothing. */
    public Rate {
        if (percent < 1 || percent > 100 || rowsPerSecond < 0) {
            throw new IllegalArgumentException("a rate of " + percent + " %, " + rowsPerSecond + " rows/s");
        }
    }

    /** Reads {@code full}, a share like {@code 50%}, or rows each second like {@code 5000}; empty for anything else. */
    public static Optional<Rate> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) != null) {
            return Optional.of(FULL);
        }
        return Optional.of(
                matcher.group(2) != null
                        ? new Rate(Integer.parseInt(matcher.group(2)), 0)
                        : new Rate(100, Long.parseLong(matcher.group(3))));
    }

    /** Returns whether nothing is held back. */
    public boolean isFull() {
        return equals(FULL);
    }

    /** Returns the text that {@link #parse} reads. */
    public String text() {
        if (rowsPerSecond > 0) {
            return Long.toString(rowsPerSecond);
        }
        return percent == 100 ? "full" : percent + "%";
    }

    /** Returns the rate in words. */
    public String describe() {
        if (rowsPerSecond > 0) {
            return "at most " + rowsPerSecond + " rows/s";
        }
        return percent == 100 ? "full speed" : percent + " % of full speed";
    }
}

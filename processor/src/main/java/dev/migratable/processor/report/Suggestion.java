package dev.migratable.processor.report;

import dev.migratable.diff.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that a person may have meant. */
public final class Suggestion {

    private Suggestion() {}

    /**
     * Returns {@code  Did you mean 'x'?} with a leading space for the nearest candidate, or, where none is near, the list
     * of what there is.
     */
    public static String of(String wrong, Collection<String> candidates) {
        String folded = wrong.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(c -> EditDistance.between(folded, c.toLowerCase(Locale.ROOT)) <= tolerance(wrong))
                .min(Comparator.<String>comparingInt(c -> EditDistance.between(folded, c.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(best -> " Did you mean '" + best + "'?")
                .orElseGet(() -> " There is: " + String.join(", ", candidates) + ".");
    }

    /** Two letters changed places count as two edits, which is too many for the shortest names only. */
    private static int tolerance(String wrong) {
        return wrong.length() < 4 ? 1 : Math.max(2, wrong.length() / 3);
    }
}

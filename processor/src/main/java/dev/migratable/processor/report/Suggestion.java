package dev.migratable.processor.report;

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
                .filter(c -> distance(folded, c.toLowerCase(Locale.ROOT)) <= tolerance(wrong))
                .min(Comparator.<String>comparingInt(c -> distance(folded, c.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(best -> " Did you mean '" + best + "'?")
                .orElseGet(() -> " There is: " + String.join(", ", candidates) + ".");
    }

    /** Two letters changed places count as two edits, which is too many for the shortest names only. */
    private static int tolerance(String wrong) {
        return wrong.length() < 4 ? 1 : Math.max(2, wrong.length() / 3);
    }

    /** The Levenshtein distance: insertions, deletions and replacements of one character. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}

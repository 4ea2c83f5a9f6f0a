package dev.migratable.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant by a name that does not exist. */
final class Suggestion {

    /** Up to a third of the letters may be wrong; beyond that a suggestion is noise. */
    private static final int LETTERS_PER_ERROR = 3;

    private Suggestion() {}

    /** Returns a question that names the closest of the candidates, or else {@code otherwise}. */
    static String question(String name, Collection<String> candidates, String otherwise) {
        return closest(name, candidates)
                .map(candidate -> "Did you mean " + candidate + "?")
                .orElse(otherwise);
    }

    /** Returns the candidate that is closest; of several the first in alphabetical order. */
    static Optional<String> closest(String name, Collection<String> candidates) {
        int limit = Math.min(name.length() - 1, Math.max(1, name.length() / LETTERS_PER_ERROR));
        return candidates.stream()
                .filter(candidate -> distance(name, candidate) <= limit)
                .min(Comparator.comparing((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance, upper and lower case being equal. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}

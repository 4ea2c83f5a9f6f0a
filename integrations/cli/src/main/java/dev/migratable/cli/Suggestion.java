package dev.migratable.cli;

import dev.migratable.diff.EditDistance;
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

    private static int distance(String one, String other) {
        return EditDistance.between(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}

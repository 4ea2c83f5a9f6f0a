package dev.migratable.diff;

import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds columns that went while another of a compatible type came in the same table, which may be one renamed. It only
 * suggests: a rename is declared or refused, never guessed.
 */
public final class RenameSuggester {

    private static final double SAME_TYPE_WEIGHT = 0.3;
    private static final double SAME_PLACE_WEIGHT = 0.2;
    private static final double SAME_NAME_WEIGHT = 0.5;
    /** Two tables with less of their columns in common are hardly one table renamed. */
    private static final double TABLE_SIMILARITY = 0.5;

    private RenameSuggester() {}

    /**
     * A rename that may have been meant.
     *
     * @param table the table under its present name
     * @param from the column that went
     * @param to the column that came
     * @param score from 0 to 1, the greater the likelier
     */
    public record Suggestion(QualifiedName table, String from, String to, double score) {}

    /**
     * Returns at most one suggestion for each column that went and is not retired, and for each that came, likeliest
     * first.
     */
    public static List<Suggestion> suggest(Table current, Table desired, Declarations declarations) {
        List<Suggestion> all = new ArrayList<>();
        for (int i = 0; i < current.columns().size(); i++) {
            Column gone = current.columns().get(i);
            boolean meant = declarations.isRetired(desired.name(), gone.name());
            if (meant || desired.column(gone.name()).isPresent()) {
                continue;
            }
            for (int j = 0; j < desired.columns().size(); j++) {
                Column come = desired.columns().get(j);
                if (current.column(come.name()).isEmpty() && TypeFamily.compatible(gone.type(), come.type())) {
                    all.add(new Suggestion(desired.name(), gone.name(), come.name(), score(gone, come, i == j)));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Suggestion::score)
                .reversed()
                .thenComparing(Suggestion::from)
                .thenComparing(Suggestion::to));
        return withoutRepetition(all);
    }

    /** Returns whether one table may be the other renamed: at least half of all their columns are equal. */
    public static boolean mayBeRenamed(Table current, Table desired) {
        long same = current.columns().stream()
                .filter(c -> desired.column(c.name())
                        .filter(d -> TypeFamily.compatible(c.type(), d.type()))
                        .isPresent())
                .count();
        long all = current.columns().size() + desired.columns().size() - same;
        return same > 1 && same >= TABLE_SIMILARITY * all;
    }

    private static List<Suggestion> withoutRepetition(List<Suggestion> sorted) {
        Set<String> gone = new HashSet<>();
        Set<String> come = new HashSet<>();
        List<Suggestion> result = new ArrayList<>();
        for (Suggestion suggestion : sorted) {
            if (!gone.contains(suggestion.from()) && !come.contains(suggestion.to())) {
                gone.add(suggestion.from());
                come.add(suggestion.to());
                result.add(suggestion);
            }
        }
        return result;
    }

    private static double score(Column gone, Column come, boolean samePlace) {
        return (Equivalence.sameType(gone.type(), come.type()) ? SAME_TYPE_WEIGHT : 0)
                + (samePlace ? SAME_PLACE_WEIGHT : 0)
                + SAME_NAME_WEIGHT * similarity(gone.name(), come.name());
    }

    /** Returns 1 for equal names and 0 for names that share nothing; case and underscores do not count. */
    static double similarity(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT).replace("_", "");
        String b = other.toLowerCase(Locale.ROOT).replace("_", "");
        int longest = Math.max(a.length(), b.length());
        return longest == 0 ? 1 : 1 - (double) distance(a, b) / longest;
    }

    /** Levenshtein's distance, two rows at a time. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
            }
            above = row;
        }
        return above[b.length()];
    }
}

package dev.migratable.diff;

import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds columns that went while another of a compatible type came in the same table, which may be one renamed. It only
 * suggests: a rename is declared or refused, never guessed.
 */
public final class RenameSuggester {

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
        return suggest(current, desired, declarations, Statistics.NONE);
    }

    /**
     * Does the same with what live databases know of the values: a column with NULLs is hardly what became NOT NULL, one
     * with duplicates hardly what became unique, one with longer values hardly what became shorter; and of two filled
     * columns the statistics are alike.
     */
    public static List<Suggestion> suggest(
            Table current, Table desired, Declarations declarations, Statistics statistics) {
        List<Suggestion> all = new ArrayList<>();
        RenameScore score = new RenameScore(current, desired);
        StatisticsFit fit = new StatisticsFit(desired, statistics);
        for (Column gone : current.columns()) {
            boolean meant = declarations.isRetired(desired.name(), gone.name());
            if (meant || desired.column(gone.name()).isPresent()) {
                continue;
            }
            for (Column come : desired.columns()) {
                if (current.column(come.name()).isEmpty() && TypeFamily.compatible(gone.type(), come.type())) {
                    all.add(new Suggestion(
                            desired.name(), gone.name(), come.name(), score.of(gone, come) * fit.of(gone, come)));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Suggestion::score)
                .reversed()
                .thenComparing(Suggestion::from)
                .thenComparing(Suggestion::to));
        return withoutRepetition(all);
    }

    /**
     * Returns the table that a table which went has most likely become: one with at least half of all their columns in
     * common, the likest in columns and then in name.
     */
    public static Optional<Table> likeliest(Table gone, Collection<Table> come) {
        return come.stream()
                .filter(table -> similarity(gone, table) >= TABLE_SIMILARITY)
                .max(Comparator.comparingDouble((Table table) -> similarity(gone, table))
                        .thenComparingDouble(table -> RenameScore.similarity(
                                gone.name().name(), table.name().name()))
                        .thenComparing(Table::name, Comparator.reverseOrder()));
    }

    /** Every table has an id, so that one column in common is none. */
    private static double similarity(Table gone, Table come) {
        double same = gone.columns().stream()
                .filter(c -> come.column(c.name())
                        .filter(d -> TypeFamily.compatible(c.type(), d.type()))
                        .isPresent())
                .count();
        return same > 1 ? same / (gone.columns().size() + come.columns().size() - same) : 0;
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
}

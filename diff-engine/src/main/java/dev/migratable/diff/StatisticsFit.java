package dev.migratable.diff;

import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says how well the values of a column that went suit a column that came: by what the new one forbids and the old one
 * holds, and, where both are filled, by how alike they are.
 *
 * @param desired the table that the column came to
 * @param statistics what ANALYZE found
 */
record StatisticsFit(Table desired, Statistics statistics) {

    /** For each of what the old column holds and the new one forbids. */
    private static final double CONTRADICTED = 0.7;

    /** Where two filled columns have nothing in common. */
    private static final double UNLIKE = 0.7;

    /** Returns a number from 0 to 1; 1 where nothing is known or all suits. */
    double of(Column gone, Column come) {
        Optional<ColumnStatistics> held = statistics.gone(new ColumnName(desired.name(), gone.name()));
        if (held.isEmpty()) {
            return 1;
        }
        double fit = 1;
        if (!come.nullable() && held.get().nullFraction() > 0) {
            fit *= CONTRADICTED;
        }
        if (isUnique(come.name()) && !held.get().isUnique()) {
            fit *= CONTRADICTED;
        }
        OptionalInt length = length(come);
        if (length.isPresent()
                && held.get().longest().filter(l -> l > length.getAsInt()).isPresent()) {
            fit *= CONTRADICTED;
        }
        return fit
                * statistics
                        .come(new ColumnName(desired.name(), come.name()))
                        .map(other -> UNLIKE + (1 - UNLIKE) * likeness(held.get(), other))
                        .orElse(1.0);
    }

    private boolean isUnique(String column) {
        List<String> alone = List.of(column);
        return desired.primaryKey().filter(k -> k.columns().equals(alone)).isPresent()
                || desired.uniqueConstraints().stream()
                        .anyMatch(u -> u.columns().equals(alone))
                || desired.indexes().stream()
                        .anyMatch(i -> i.unique()
                                && i.predicate().isEmpty()
                                && i.keys().equals(List.of(IndexKey.column(column))));
    }

    private static OptionalInt length(Column column) {
        boolean text = TypeFamily.of(column.type()) == TypeFamily.TEXT
                && !column.type().isArray();
        return text ? column.type().modifier(0) : OptionalInt.empty();
    }

    private static double likeness(ColumnStatistics one, ColumnStatistics other) {
        double nulls = 1 - Math.abs(one.nullFraction() - other.nullFraction());
        double keys = one.isUnique() == other.isUnique() ? 1 : 0;
        double longest = ratio(one.longest().orElse(0), other.longest().orElse(0));
        return (nulls + keys + longest) / 3;
    }

    private static double ratio(int one, int other) {
        int greater = Math.max(one, other);
        return greater == 0 ? 1 : (double) Math.min(one, other) / greater;
    }
}

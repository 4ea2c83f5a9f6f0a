package dev.migratable.runtime.expansion;

import dev.migratable.change.AddColumn;
import dev.migratable.change.DropColumn;
import dev.migratable.change.SqlTokens;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Columns that come in the place of others, which go in the same edit: each new one is filled from some of the others, and
 * at least one says the way back.
 *
 * @param former the columns that go, in the order of the table
 * @param present those that come, in the order of the table
 */
record Split(List<Column> former, List<Made> present) {
    /**
     * A column that comes.
     *
     * @param column the column
     * @param backfill what it is made of
     */
    record Made(Column column, Backfill backfill) {
        boolean reads(Column other) {
            return SqlTokens.mentions(backfill.expression(), other.name());
        }
    }

    /** Finds the group that a column which comes or goes belongs to. */
    static Optional<Split> of(PlanContext context, QualifiedName name, String column) {
        QualifiedName table = context.present(name);
        List<Column> gone = context.changes(DropColumn.class, table).stream()
                .map(DropColumn::column)
                .filter(c -> context.declarations().isRetired(table, c.name()))
                .toList();
        List<Made> come = context.changes(AddColumn.class, table).stream()
                .map(AddColumn::column)
                .flatMap(c -> context.declarations().backfill(table, c.name()).stream()
                        .map(b -> new Made(c, b)))
                .filter(m -> gone.stream().anyMatch(m::reads))
                .toList();
        Set<String> names = connected(column, gone, come);
        List<Column> former =
                gone.stream().filter(c -> names.contains(c.name())).toList();
        List<Made> present =
                come.stream().filter(m -> names.contains(m.column().name())).toList();
        boolean hasWayBack =
                present.stream().anyMatch(m -> !m.backfill().reverses().isEmpty());
        return former.isEmpty() || !hasWayBack ? Optional.empty() : Optional.of(new Split(former, present));
    }

    private static Set<String> connected(String column, List<Column> gone, List<Made> come) {
        Set<String> names = new TreeSet<>(Set.of(column));
        int size;
        do {
            size = names.size();
            for (Made made : come) {
                List<String> read =
                        gone.stream().filter(made::reads).map(Column::name).toList();
                if (names.contains(made.column().name()) || read.stream().anyMatch(names::contains)) {
                    names.add(made.column().name());
                    names.addAll(read);
                }
            }
        } while (names.size() > size);
        return names;
    }

    /** Returns the ways back that are said of a column which goes; there should be one. */
    List<String> waysBack(Column column) {
        return present.stream()
                .flatMap(m -> m.backfill().reverses().stream())
                .flatMap(r -> wayBack(column, r).stream())
                .distinct()
                .toList();
    }

    private Optional<String> wayBack(Column column, String reverse) {
        Optional<Column> named =
                former.stream().filter(c -> isNamed(c, reverse)).findFirst();
        if (named.isPresent()) {
            return named.get().equals(column)
                    ? Optional.of(reverse.substring(reverse.indexOf('=') + 1).strip())
                    : Optional.empty();
        }
        return former.size() == 1 ? Optional.of(reverse) : Optional.empty();
    }

    private static boolean isNamed(Column column, String reverse) {
        int equals = reverse.indexOf('=');
        return equals > 0
                && reverse.substring(0, equals)
                        .strip()
                        .replaceAll("^[`\"]|[`\"]$", "")
                        .equalsIgnoreCase(column.name());
    }

    /** Returns whether a column is the one at which the group is planned. */
    boolean isFirst(Column column) {
        return present.get(0).column().equals(column);
    }

    /** Returns the names of the columns that come. */
    List<String> presentNames() {
        return present.stream().map(m -> m.column().name()).toList();
    }
}

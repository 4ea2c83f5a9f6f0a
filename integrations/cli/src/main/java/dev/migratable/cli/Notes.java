package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.Dependent;
import dev.migratable.change.Change;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.diff.RenameSuggester;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a comparison left alone: one line each. */
final class Notes {

    private Notes() {}

    /** Returns the notes on a comparison; tables are counted, everything within the model's tables is named. */
    static List<String> of(Comparison comparison) {
        List<String> notes = new ArrayList<>();
        List<Change> leftovers = comparison.leftovers();
        long tables = leftovers.stream().filter(DropTable.class::isInstance).count();
        if (tables > 0) {
            notes.add(tables + (tables == 1 ? " table" : " tables") + " not in the model: left alone");
        }
        leftovers.stream()
                .filter(leftover -> !(leftover instanceof DropTable))
                .map(leftover -> leftAlone(leftover, comparison))
                .forEach(notes::add);
        Optional<Catalog> catalog = comparison.from().catalog();
        catalog.map(Catalog::parkedColumns).orElse(List.of()).stream()
                .map(ColumnName::display)
                .map(name -> "column " + name + " is parked by an earlier migration: left alone")
                .forEach(notes::add);
        catalog.map(Catalog::parkedTables).orElse(List.of()).stream()
                .map(QualifiedName::display)
                .map(name -> "table " + name + " is parked by an earlier migration: left alone")
                .forEach(notes::add);
        notes.addAll(dependents(comparison.from(), comparison.to()));
        return List.copyOf(notes);
    }

    /**
     * Of two live databases, what hangs on a table of both in one of them alone: no part of a model, hence no difference of
     * the schemas, but one of the databases.
     */
    private static List<String> dependents(Side from, Side to) {
        if (!from.live() || !to.live()) {
            return List.of();
        }
        Predicate<Dependent> shared = dependent -> Stream.of(from, to)
                .allMatch(side -> side.model().schema().table(dependent.table()).isPresent());
        SortedSet<Dependent> current = dependents(from, shared);
        SortedSet<Dependent> desired = dependents(to, shared);
        return Stream.concat(
                        current.stream()
                                .filter(dependent -> !desired.contains(dependent))
                                .map(dependent -> "on the current side only: " + dependent.display()),
                        desired.stream()
                                .filter(dependent -> !current.contains(dependent))
                                .map(dependent -> "on the desired side only: " + dependent.display()))
                .toList();
    }

    private static SortedSet<Dependent> dependents(Side side, Predicate<Dependent> wanted) {
        return side.catalog().map(Catalog::dependents).orElse(List.of()).stream()
                .filter(wanted)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String leftAlone(Change leftover, Comparison comparison) {
        if (leftover instanceof DropColumn drop) {
            return "column " + new ColumnName(drop.table(), drop.column().name()).display()
                    + " is not in the model: left alone" + renamed(drop, comparison);
        }
        return "left alone, the model does not speak of it: " + leftover.description();
    }

    /** Asks about a column like it that comes: left alone beside a new, empty one, its values would seem lost. */
    private static String renamed(DropColumn drop, Comparison comparison) {
        Optional<Table> from = comparison.from().model().schema().table(drop.table());
        Optional<Table> to = comparison.to().model().schema().table(drop.table());
        if (from.isEmpty() || to.isEmpty()) {
            return "";
        }
        String name = drop.column().name();
        return RenameSuggester.suggest(
                        from.get(),
                        to.get(),
                        comparison.to().model().declarations(),
                        comparison.evidence().statistics())
                .stream()
                .filter(suggestion -> suggestion.from().equals(name))
                .findFirst()
                .map(suggestion -> "; if you renamed it to " + suggestion.to() + ", add @RenamedFrom(\"" + name
                        + "\") or --rename " + drop.table().display() + "." + name + "=" + suggestion.to())
                .orElse("");
    }

    /** Returns what a filter hides, and the notes. */
    static List<String> all(Comparison comparison) {
        return Stream.concat(comparison.narrowing().map(Narrowing::summary).stream(), of(comparison).stream())
                .toList();
    }

    /** Prints the notes on standard error. */
    static void print(Shell shell, Comparison comparison) {
        comparison.narrowing().ifPresent(narrowing -> shell.err().println(narrowing.summary()));
        of(comparison).forEach(note -> shell.err().println("note: " + note));
    }
}

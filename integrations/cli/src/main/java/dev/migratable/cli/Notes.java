package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
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
        return List.copyOf(notes);
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
                        from.get(), to.get(), comparison.to().model().declarations())
                .stream()
                .filter(suggestion -> suggestion.from().equals(name))
                .findFirst()
                .map(suggestion -> "; if you renamed it to " + suggestion.to() + ", add @RenamedFrom(\"" + name
                        + "\") or --rename " + drop.table().display() + "." + name + "=" + suggestion.to())
                .orElse("");
    }

    /** Prints the notes on standard error. */
    static void print(Shell shell, Comparison comparison) {
        comparison.narrowing().ifPresent(narrowing -> shell.err().println(narrowing.summary()));
        of(comparison).forEach(note -> shell.err().println("note: " + note));
    }
}

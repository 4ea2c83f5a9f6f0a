package dev.migratable.diff;

import dev.migratable.change.Change;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the declared renames that are to be done: the old name is there and the new one is not. Where both or neither
 * are, the rename has been done, or never will be, and nothing is renamed.
 */
final class RenameDiffer {

    private final Model desired;
    private final ChangeCollector changes;
    private Schema schema;

    RenameDiffer(Schema current, Model desired, ChangeCollector changes) {
        this.schema = current;
        this.desired = desired;
        this.changes = changes;
    }

    /** Collects the renames and returns the schema after them. */
    Schema diff() {
        applyEach(Stage.RENAME_TABLE, desired.declarations().tableRenames(), this::tableRename);
        applyEach(Stage.RENAME_COLUMN, desired.declarations().columnRenames(), this::columnRename);
        return schema;
    }

    /** Goes on until nothing moves, so that of {@code a → b, b → c} the second comes first. */
    private <T> void applyEach(Stage stage, List<T> declared, Function<T, Optional<Change>> renameOf) {
        List<T> open = new ArrayList<>(declared);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (T declaration : List.copyOf(open)) {
                Optional<Change> rename = renameOf.apply(declaration);
                if (rename.isPresent()) {
                    changes.add(stage, rename.get());
                    schema = rename.get().applyTo(schema);
                    open.remove(declaration);
                    moved = true;
                }
            }
        }
    }

    private Optional<Change> tableRename(Declarations.TableRename rename) {
        boolean due = schema.table(rename.from()).isPresent()
                && schema.table(rename.to()).isEmpty()
                && desired.schema().table(rename.to()).isPresent();
        return due ? Optional.of(new RenameTable(rename.from(), rename.to())) : Optional.empty();
    }

    private Optional<Change> columnRename(Declarations.ColumnRename rename) {
        boolean due = schema.table(rename.table())
                        .filter(t -> t.column(rename.from()).isPresent())
                        .filter(t -> t.column(rename.to()).isEmpty())
                        .isPresent()
                && desired.schema()
                        .table(rename.table())
                        .flatMap(t -> t.column(rename.to()))
                        .isPresent();
        return due ? Optional.of(new RenameColumn(rename.table(), rename.from(), rename.to())) : Optional.empty();
    }
}

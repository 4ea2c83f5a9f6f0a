package dev.migratable.diff;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.Change;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropUnique;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.normalize.Canonicalizer;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two schemas and gives the changes that lead from one to the other.
 *
 * <p>The list is ordered so that each change can be applied after those before it, and equal input gives an equal
 * list. Applying it to the current schema gives the desired one but for the order of columns, the names of constraints
 * and indexes that have the same structure, and spellings that mean the same. Renames come from the declarations only.
 */
public final class SchemaDiffer {

    private SchemaDiffer() {}

    /** Returns the changes that lead from a schema to a model, in an order in which they can be applied. */
    public static List<Change> diff(Schema current, Model desired) {
        return diff(current, desired, Canonicalizer.OFFLINE);
    }

    /**
     * Returns the changes that lead from a schema to a model, in an order in which they can be applied.
     *
     * @param canonicalizer decides which expressions are the same; with a database at hand, one that asks it
     */
    public static List<Change> diff(Schema current, Model desired, Canonicalizer canonicalizer) {
        ChangeCollector changes = new ChangeCollector();
        Schema renamed = new RenameDiffer(current, desired, changes).diff();
        Equivalence equivalence = new Equivalence(canonicalizer.forms(renamed, desired.schema()));
        TableDiffer tables = new TableDiffer(changes, new NameClashes(renamed), equivalence);
        for (Table table : desired.schema().tables()) {
            Optional<Table> present = renamed.table(table.name());
            if (present.isPresent()) {
                tables.diff(present.get(), table);
            } else {
                tables.create(table, renamed);
            }
        }
        for (Table table : renamed.tables()) {
            if (desired.schema().table(table.name()).isEmpty()) {
                tables.drop(table);
            }
        }
        new SequenceDiffer(renamed, desired.schema(), changes).diff();
        CompositeTypeDiffer composites = new CompositeTypeDiffer(renamed, desired.schema(), changes);
        composites.drop();
        new EnumTypeDiffer(renamed, composites.staying(), changes).diff();
        composites.create();
        releaseKeys(renamed, desired.schema(), changes);
        new PersistenceDiffer(renamed, desired.schema(), changes).diff();
        new SettingDiffer(equivalence, changes).diff(renamed, desired.schema());
        return changes.inOrder();
    }

    /** A foreign key that stays while the key it references is replaced has to be dropped and added again. */
    private static void releaseKeys(Schema current, Schema desired, ChangeCollector changes) {
        Set<Object> dropped = droppedKeys(changes.of(Stage.DROP_CONSTRAINT));
        dropped.addAll(droppedKeys(changes.of(Stage.DROP_REPLACED_INDEX)));
        if (dropped.isEmpty()) {
            return;
        }
        for (Table table : desired.tables()) {
            Optional<Table> present = current.table(table.name());
            if (present.isEmpty()) {
                continue;
            }
            for (StructureMatcher.Pair<ForeignKey> pair : ConstraintDiffer.kept(present.get(), table)) {
                ForeignKey key = pair.current();
                if (dropped.contains(key(key.referencedTable(), key.referencedColumns()))) {
                    changes.remove(Stage.ADD_FOREIGN_KEY, new ValidateConstraint(table.name(), key.name()));
                    changes.add(Stage.DROP_FOREIGN_KEY, new DropForeignKey(table.name(), key));
                    changes.add(Stage.ADD_FOREIGN_KEY, new AddForeignKey(table.name(), pair.desired()));
                }
            }
        }
    }

    private static Set<Object> droppedKeys(List<Change> drops) {
        Set<Object> result = new HashSet<>();
        for (Change change : drops) {
            if (change instanceof DropPrimaryKey drop) {
                result.add(key(drop.table(), drop.primaryKey().columns()));
            } else if (change instanceof DropUnique drop) {
                result.add(key(drop.table(), drop.constraint().columns()));
            } else if (change instanceof DropIndex drop && drop.index().unique()) {
                result.add(key(
                        drop.table(),
                        drop.index().keys().stream().map(IndexKey::text).toList()));
            }
        }
        return result;
    }

    private static Object key(QualifiedName table, List<String> columns) {
        return List.of(table, Set.copyOf(columns));
    }
}

package dev.migratable.diff;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares which tables are unlogged, and finds an order in which the server lets them change: no logged table may
 * reference an unlogged one at any time. Foreign keys in a ring are dropped and added again.
 */
final class PersistenceDiffer {

    private final Schema current;
    private final Schema desired;
    private final ChangeCollector changes;

    PersistenceDiffer(Schema current, Schema desired, ChangeCollector changes) {
        this.current = current;
        this.desired = desired;
        this.changes = changes;
    }

    void diff() {
        Set<QualifiedName> toLogged = new TreeSet<>();
        Set<QualifiedName> toUnlogged = new TreeSet<>();
        for (Table table : desired.tables()) {
            Optional<Table> present = current.table(table.name()).filter(p -> differs(p, table));
            if (present.isPresent()) {
                (table.options().unlogged() ? toUnlogged : toLogged).add(table.name());
            }
        }
        order(toUnlogged, true);
        order(toLogged, false);
    }

    /** A side that knows nothing of it says nothing by an ordinary table. */
    private static boolean differs(Table present, Table table) {
        boolean said = table.options().unlogged() || table.settings().isPresent();
        boolean partitions =
                table.options().isOfPartitions() || present.options().isOfPartitions();
        return said
                && !partitions
                && present.options().unlogged() != table.options().unlogged();
    }

    private void order(Set<QualifiedName> tables, boolean unlogged) {
        while (!tables.isEmpty()) {
            boolean moved = false;
            for (Iterator<QualifiedName> rest = tables.iterator(); rest.hasNext(); ) {
                QualifiedName table = rest.next();
                boolean free = unlogged
                        ? tables.stream()
                                .allMatch(other -> between(other, table).isEmpty())
                        : tables.stream()
                                .allMatch(other -> between(table, other).isEmpty());
                if (free) {
                    changes.add(Stage.CHANGE_PERSISTENCE, new ChangePersistence(table, unlogged));
                    rest.remove();
                    moved = true;
                }
            }
            if (!moved) {
                QualifiedName first = tables.iterator().next();
                tables.forEach(
                        other -> (unlogged ? between(other, first) : between(first, other)).forEach(this::release));
                changes.add(Stage.CHANGE_PERSISTENCE, new ChangePersistence(first, unlogged));
                tables.remove(first);
            }
        }
    }

    /** Returns the foreign keys that stay, from one table to another one. */
    private List<Kept> between(QualifiedName from, QualifiedName to) {
        List<Kept> result = new ArrayList<>();
        Optional<Table> present = current.table(from);
        Optional<Table> table = desired.table(from);
        if (!from.equals(to) && present.isPresent() && table.isPresent()) {
            ConstraintDiffer.kept(present.get(), table.get()).stream()
                    .filter(pair -> pair.current().referencedTable().equals(to))
                    .forEach(pair -> result.add(new Kept(from, pair)));
        }
        return result;
    }

    private record Kept(QualifiedName table, StructureMatcher.Pair<ForeignKey> pair) {}

    private void release(Kept kept) {
        ForeignKey key = kept.pair().current();
        changes.remove(Stage.ADD_FOREIGN_KEY, new ValidateConstraint(kept.table(), key.name()));
        changes.add(Stage.DROP_FOREIGN_KEY, new DropForeignKey(kept.table(), key));
        changes.add(
                Stage.ADD_FOREIGN_KEY,
                new AddForeignKey(kept.table(), kept.pair().desired()));
    }
}

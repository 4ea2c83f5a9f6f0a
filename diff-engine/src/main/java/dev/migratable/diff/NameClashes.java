package dev.migratable.diff;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropUnique;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives a new constraint or index another name where its own belongs to one that stays, because structure counts and
 * not the name: the index {@code ix_a} that is to be called {@code ix_b} stays {@code ix_a}, so the name is taken.
 * So is that of an index that goes: the one in its place is built while clients still use it.
 */
final class NameClashes {

    /** Leaves room for the number within the 63 bytes PostgreSQL keeps of a name. */
    private static final int LONGEST_BASE = 60;

    private final Set<String> taken = new HashSet<>();

    private NameClashes(Table current, List<Change> changes) {
        current.primaryKey().ifPresent(k -> taken.add(k.name()));
        current.uniqueConstraints().forEach(u -> taken.add(u.name()));
        current.indexes().forEach(i -> taken.add(i.name()));
        current.checkConstraints().forEach(c -> taken.add(c.name()));
        current.foreignKeys().forEach(f -> taken.add(f.name()));
        current.exclusionConstraints().forEach(e -> taken.add(e.name()));
        changes.forEach(this::free);
    }

    /** Returns the changes of one table with names that are free when their turn comes. */
    static List<Change> resolve(Table current, List<Change> changes) {
        NameClashes clashes = new NameClashes(current, changes);
        return changes.stream().map(clashes::resolve).toList();
    }

    private void free(Change change) {
        if (change instanceof DropPrimaryKey drop) {
            taken.remove(drop.primaryKey().name());
        } else if (change instanceof DropUnique drop) {
            taken.remove(drop.constraint().name());
        } else if (change instanceof DropCheck drop) {
            taken.remove(drop.constraint().name());
        } else if (change instanceof DropForeignKey drop) {
            taken.remove(drop.foreignKey().name());
        }
    }

    private Change resolve(Change change) {
        if (change instanceof AddUnique add) {
            UniqueConstraint u = add.constraint();
            return new AddUnique(
                    add.table(),
                    new UniqueConstraint(
                            unused(u.name()), u.columns(), u.include(), u.nullsNotDistinct(), u.deferrability()));
        }
        if (change instanceof CreateIndex create) {
            Index index = create.index();
            return new CreateIndex(create.table(), index.withName(unused(index.name())));
        }
        if (change instanceof AddCheck add) {
            CheckConstraint check = add.constraint();
            return new AddCheck(
                    add.table(), new CheckConstraint(unused(check.name()), check.expression(), check.validated()));
        }
        return change instanceof AddForeignKey add ? resolveForeignKey(add) : change;
    }

    private Change resolveForeignKey(AddForeignKey add) {
        ForeignKey f = add.foreignKey();
        return new AddForeignKey(
                add.table(),
                new ForeignKey(
                        unused(f.name()),
                        f.columns(),
                        f.referencedTable(),
                        f.referencedColumns(),
                        f.onDelete(),
                        f.onUpdate(),
                        f.matchFull(),
                        f.deferrability(),
                        f.validated()));
    }

    private String unused(String name) {
        String free = name;
        for (int number = 2; !taken.add(free); number++) {
            free = name.substring(0, Math.min(name.length(), LONGEST_BASE)) + "_" + number;
        }
        return free;
    }
}

package dev.migratable.diff;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddPrimaryKey;
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
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives a new constraint or index another name where its own belongs to one that stays, because structure counts and
 * not the name: the index {@code ix_a} that is to be called {@code ix_b} stays {@code ix_a}, so the name is taken.
 * So is that of an index that goes: the one in its place is built while clients still use it.
 *
 * <p>An index, and with it a primary key or unique constraint, shares its names with all tables, sequences and indexes
 * of the schema; a check or foreign key with the constraints of its table only.
 */
final class NameClashes {

    /** Leaves room for the number within the 63 bytes PostgreSQL keeps of a name. */
    private static final int LONGEST_BASE = 60;

    private final Set<QualifiedName> relations = new HashSet<>();
    private final Map<QualifiedName, Integer> numbers = new HashMap<>();

    NameClashes(Schema current) {
        for (Table table : current.tables()) {
            relations.add(table.name());
            for (String name : indexNames(table)) {
                relations.add(table.name().withName(name));
            }
        }
        for (Sequence sequence : current.sequences()) {
            relations.add(sequence.name());
        }
    }

    private static List<String> indexNames(Table table) {
        List<String> names = new ArrayList<>();
        table.primaryKey().ifPresent(k -> names.add(k.name()));
        table.uniqueConstraints().forEach(u -> names.add(u.name()));
        table.exclusionConstraints().forEach(e -> names.add(e.name()));
        table.indexes().forEach(i -> names.add(i.name()));
        return names;
    }

    /** Returns a new table whose keys and indexes have names that are free. */
    Table resolve(Table created) {
        Names names = new Names(created.name(), new HashSet<>());
        return created.withPrimaryKey(created.primaryKey()
                        .map(k -> new PrimaryKey(names.ofIndex(k.name()), k.columns(), k.include(), k.deferrability())))
                .withUniqueConstraints(
                        created.uniqueConstraints().stream().map(names::resolve).toList())
                .withIndexes(created.indexes().stream()
                        .map(i -> i.withName(names.ofIndex(i.name())))
                        .toList());
    }

    /** Returns the changes of one table with names that are free when their turn comes. */
    List<Change> resolve(Table current, List<Change> changes) {
        if (changes.isEmpty()) {
            return changes; // of most tables nothing that has a name changes
        }
        Set<String> constraints = new HashSet<>();
        current.checkConstraints().forEach(c -> constraints.add(c.name()));
        current.foreignKeys().forEach(f -> constraints.add(f.name()));
        constraints.addAll(indexNames(current));
        Names names = new Names(current.name(), constraints);
        changes.forEach(names::free);
        return changes.stream().map(names::resolve).toList();
    }

    /** The names in the reach of one table. */
    private final class Names {

        private final QualifiedName table;
        private final Set<String> constraints;

        Names(QualifiedName table, Set<String> constraints) {
            this.table = table;
            this.constraints = constraints;
        }

        void free(Change change) {
            if (change instanceof DropPrimaryKey drop) {
                freeIndex(drop.primaryKey().name());
            } else if (change instanceof DropUnique drop) {
                freeIndex(drop.constraint().name());
            } else if (change instanceof DropCheck drop) {
                constraints.remove(drop.constraint().name());
            } else if (change instanceof DropForeignKey drop) {
                constraints.remove(drop.foreignKey().name());
            }
        }

        private void freeIndex(String name) {
            constraints.remove(name);
            relations.remove(table.withName(name));
        }

        Change resolve(Change change) {
            if (change instanceof AddPrimaryKey add) {
                PrimaryKey k = add.primaryKey();
                return new AddPrimaryKey(
                        add.table(), new PrimaryKey(ofIndex(k.name()), k.columns(), k.include(), k.deferrability()));
            }
            if (change instanceof AddUnique add) {
                return new AddUnique(add.table(), resolve(add.constraint()));
            }
            if (change instanceof CreateIndex create) {
                Index index = create.index();
                return new CreateIndex(create.table(), index.withName(ofIndex(index.name())));
            }
            if (change instanceof AddCheck add) {
                CheckConstraint check = add.constraint();
                return new AddCheck(
                        add.table(),
                        new CheckConstraint(ofConstraint(check.name()), check.expression(), check.validated()));
            }
            return change instanceof AddForeignKey add
                    ? new AddForeignKey(add.table(), resolve(add.foreignKey()))
                    : change;
        }

        UniqueConstraint resolve(UniqueConstraint unique) {
            return new UniqueConstraint(
                    ofIndex(unique.name()),
                    unique.columns(),
                    unique.include(),
                    unique.nullsNotDistinct(),
                    unique.deferrability());
        }

        private ForeignKey resolve(ForeignKey f) {
            return new ForeignKey(
                    ofConstraint(f.name()),
                    f.columns(),
                    f.referencedTable(),
                    f.referencedColumns(),
                    f.onDelete(),
                    f.onUpdate(),
                    f.matchFull(),
                    f.deferrability(),
                    f.validated());
        }

        String ofConstraint(String name) {
            String free = name;
            for (int number = 2; !constraints.add(free); number++) {
                free = numbered(name, number);
            }
            return free;
        }

        String ofIndex(String name) {
            String free = name;
            while (constraints.contains(free) || relations.contains(table.withName(free))) {
                free = numbered(name, numbers.merge(table.withName(name), 2, (last, two) -> last + 1));
            }
            constraints.add(free);
            relations.add(table.withName(free));
            return free;
        }
    }

    private static String numbered(String name, int number) {
        return name.substring(0, Math.min(name.length(), LONGEST_BASE)) + "_" + number;
    }
}

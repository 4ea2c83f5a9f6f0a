package dev.migratable.diff;

import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropUnique;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares primary keys, unique constraints and indexes. A plain unique index and a unique constraint on the same
 * columns satisfy each other, because the server enforces both with the same index; so does a primary key a unique
 * constraint on its columns.
 */
final class KeyDiffer {

    private static final StructureMatcher<UniqueConstraint> UNIQUES =
            new StructureMatcher<>(Equivalence::structure, UniqueConstraint::name);

    private final ChangeCollector changes;
    private final Equivalence equivalence;

    KeyDiffer(ChangeCollector changes, Equivalence equivalence) {
        this.changes = changes;
        this.equivalence = equivalence;
    }

    static List<StructureMatcher.Pair<UniqueConstraint>> kept(Table current, Table desired) {
        return UNIQUES.match(current.uniqueConstraints(), desired.uniqueConstraints())
                .pairs();
    }

    void diff(Table current, Table desired) {
        primaryKey(current, desired);
        StructureMatcher.Result<UniqueConstraint> uniques =
                UNIQUES.match(current.uniqueConstraints(), desired.uniqueConstraints());
        StructureMatcher.Result<Index> indexes = new StructureMatcher<Index>(
                        index -> equivalence.structure(desired.name(), index), Index::name)
                .match(current.indexes(), desired.indexes());
        List<UniqueConstraint> goneUniques = new ArrayList<>(uniques.onlyCurrent());
        List<UniqueConstraint> newUniques = new ArrayList<>(uniques.onlyDesired());
        List<Index> goneIndexes = new ArrayList<>(indexes.onlyCurrent());
        List<Index> newIndexes = new ArrayList<>(indexes.onlyDesired());
        cancel(goneUniques, newIndexes);
        cancel(newUniques, goneIndexes);
        newUniques.removeIf(u -> isSwallowed(u, desired));
        for (StructureMatcher.Pair<Index> pair : indexes.pairs()) {
            if (!pair.current().valid() && pair.desired().valid()) {
                goneIndexes.add(pair.current());
                boolean known = desired.settings().isPresent();
                newIndexes.add(
                        known
                                ? pair.desired()
                                : pair.desired().withParameters(pair.current().parameters()));
            }
        }
        QualifiedName table = desired.name();
        goneUniques.forEach(u -> changes.add(Stage.DROP_CONSTRAINT, new DropUnique(table, u)));
        goneIndexes.forEach(i -> changes.add(Stage.DROP_CONSTRAINT, new DropIndex(table, i)));
        newUniques.forEach(u -> changes.add(Stage.ADD_KEY, new AddUnique(table, u)));
        newIndexes.forEach(i -> changes.add(Stage.CREATE_INDEX, new CreateIndex(table, i)));
    }

    private void primaryKey(Table current, Table desired) {
        Optional<PrimaryKey> from = current.primaryKey();
        Optional<PrimaryKey> to = desired.primaryKey();
        if (from.map(Equivalence::structure).equals(to.map(Equivalence::structure))) {
            return;
        }
        from.ifPresent(k -> changes.add(Stage.DROP_CONSTRAINT, new DropPrimaryKey(desired.name(), k)));
        to.ifPresent(k -> changes.add(Stage.ADD_KEY, new AddPrimaryKey(desired.name(), k)));
    }

    /** A CREATE TABLE builds no index for a unique constraint that says what the primary key says, as an id's may. */
    private static boolean isSwallowed(UniqueConstraint unique, Table desired) {
        return desired.primaryKey()
                .map(k -> new UniqueConstraint("", k.columns(), k.include(), false, k.deferrability()))
                .filter(Equivalence.structure(unique)::equals)
                .isPresent();
    }

    private static void cancel(List<UniqueConstraint> uniques, List<Index> indexes) {
        for (UniqueConstraint unique : List.copyOf(uniques)) {
            Object structure = Equivalence.structure(unique);
            Optional<Index> same = indexes.stream()
                    .filter(i -> Equivalence.asConstraint(i).equals(Optional.of(structure)))
                    .findFirst();
            same.ifPresent(i -> {
                uniques.remove(unique);
                indexes.remove(i);
            });
        }
    }
}

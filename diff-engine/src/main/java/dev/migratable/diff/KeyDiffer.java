package dev.migratable.diff;

import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropUnique;
import dev.migratable.change.SqlTokens;
import dev.migratable.schema.Column;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        goneIndexes.forEach(i -> changes.add(stageOfDrop(i, newIndexes, current, desired), new DropIndex(table, i)));
        newUniques.forEach(u -> changes.add(Stage.ADD_KEY, new AddUnique(table, u)));
        newIndexes.forEach(i -> changes.add(Stage.CREATE_INDEX, new CreateIndex(table, i)));
    }

    /**
     * An index is dropped behind the one in its place, so that no query is without; first where a column of it changes,
     * for the server may not be able to build it anew for the other type, or drops it along.
     */
    private static Stage stageOfDrop(Index gone, List<Index> come, Table current, Table desired) {
        Set<String> columns = columns(gone);
        boolean replaced = come.stream()
                .anyMatch(i -> i.name().equals(gone.name()) || columns(i).equals(columns));
        boolean steady = columns.stream().allMatch(c -> isSteady(current.column(c), desired.column(c)));
        return replaced && steady ? Stage.DROP_REPLACED_INDEX : Stage.DROP_CONSTRAINT;
    }

    private static boolean isSteady(Optional<Column> current, Optional<Column> desired) {
        return current.isPresent()
                && desired.isPresent()
                && Equivalence.sameType(current.get().type(), desired.get().type())
                && current.get().collation().equals(desired.get().collation())
                && current.get().generated().equals(desired.get().generated());
    }

    private static Set<String> columns(Index index) {
        Set<String> columns = new HashSet<>(index.include());
        for (IndexKey key : index.keys()) {
            columns.addAll(key.expression() ? SqlTokens.columns(key.text()) : List.of(key.text()));
        }
        index.predicate().map(SqlTokens::columns).ifPresent(columns::addAll);
        return columns;
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

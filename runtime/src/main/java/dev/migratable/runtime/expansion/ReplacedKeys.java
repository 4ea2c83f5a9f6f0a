package dev.migratable.runtime.expansion;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropUnique;
import dev.migratable.runtime.sql.PrimaryKeySql.Reference;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers which primary keys go, and what that means for the foreign keys that reference them. */
final class ReplacedKeys {
    private final PlanContext context;

    ReplacedKeys(PlanContext context) {
        this.context = context;
    }

    /** Returns the primary key that a table loses, as it is before the migration. */
    Optional<PrimaryKey> leaving(QualifiedName table) {
        return context.changes(DropPrimaryKey.class, table).isEmpty()
                ? Optional.empty()
                : context.before(table).primaryKey();
    }

    /** Returns whether a column is part of a primary key that goes. */
    boolean leaves(QualifiedName table, String column) {
        return leaving(table).filter(k -> k.columns().contains(column)).isPresent();
    }

    /** Returns the foreign keys that stay what they are but for the index they rely on. */
    List<Reference> references(QualifiedName referenced) {
        Optional<PrimaryKey> key = leaving(referenced);
        return key.isEmpty()
                ? List.of()
                : context.changes().stream()
                        .filter(AddForeignKey.class::isInstance)
                        .map(AddForeignKey.class::cast)
                        .filter(a -> references(a.foreignKey(), context.present(referenced), key.get()))
                        .flatMap(a -> reference(a).stream())
                        .toList();
    }

    private static boolean references(ForeignKey key, QualifiedName table, PrimaryKey referenced) {
        return key.referencedTable().equals(table) && same(key.referencedColumns(), referenced.columns());
    }

    private Optional<Reference> reference(AddForeignKey added) {
        QualifiedName table = context.present(added.table());
        return context.changes(DropForeignKey.class, table).stream()
                .map(DropForeignKey::foreignKey)
                .filter(k -> structure(k).equals(structure(added.foreignKey())))
                .filter(k -> context.from().table(table).stream()
                        .flatMap(t -> t.foreignKeys().stream())
                        .anyMatch(before -> structure(before).equals(structure(k))))
                .findFirst()
                .map(k -> new Reference(table, k, added.foreignKey()));
    }

    private static List<Object> structure(ForeignKey key) {
        return List.of(
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.matchFull(),
                key.deferrability());
    }

    boolean isReference(DropForeignKey change) {
        return allReferences(change.foreignKey().referencedTable())
                .anyMatch(r -> r.table().equals(context.present(change.table()))
                        && r.from().equals(change.foreignKey()));
    }

    boolean isReference(AddForeignKey change) {
        return allReferences(change.foreignKey().referencedTable())
                .anyMatch(r -> r.table().equals(context.present(change.table())) && r.to().equals(change.foreignKey()));
    }

    private Stream<Reference> allReferences(QualifiedName table) {
        return references(context.present(table)).stream();
    }

    /**
     * Returns whether what a foreign key is to reference is a key only behind the gate, or relies until then on one that goes.
     */
    boolean isReferencedLate(ForeignKey key) {
        QualifiedName table = context.present(key.referencedTable());
        // Development mode plans one change at a time: another one may create the table.
        if (context.isNew(table) || context.from().table(table).isEmpty()) {
            return false;
        }
        boolean leaving = leaving(table)
                .filter(k -> same(k.columns(), key.referencedColumns()))
                .isPresent();
        return leaving || !hasKey(context.before(table), key.referencedColumns());
    }

    private boolean hasKey(Table table, List<String> columns) {
        Stream<List<String>> uniques = table.uniqueConstraints().stream()
                .filter(u -> !context.has(
                        DropUnique.class,
                        table.name(),
                        d -> d.constraint().name().equals(u.name())))
                .map(UniqueConstraint::columns);
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(i -> i.unique() && i.predicate().isEmpty())
                .filter(i -> !context.has(
                        DropIndex.class, table.name(), d -> d.index().name().equals(i.name())))
                .map(ReplacedKeys::columns);
        Stream<List<String>> primary = table.primaryKey().stream().map(PrimaryKey::columns);
        return Stream.of(primary, uniques, indexes)
                .flatMap(keys -> keys)
                .map(key -> key.stream()
                        .map(c -> context.presentColumn(table.name(), c))
                        .toList())
                .anyMatch(key -> same(key, columns));
    }

    /** Returns the unique constraints and indexes to come on the columns of a key that goes. */
    Stream<String> successors(QualifiedName table, PrimaryKey key) {
        return Stream.concat(
                context.changes(AddUnique.class, table).stream()
                        .map(AddUnique::constraint)
                        .filter(u -> same(u.columns(), key.columns()))
                        .map(UniqueConstraint::name),
                context.changes(CreateIndex.class, table).stream()
                        .map(CreateIndex::index)
                        .filter(i -> i.unique() && same(columns(i), key.columns()))
                        .map(Index::name));
    }

    private static List<String> columns(Index index) {
        return index.keys().stream().map(IndexKey::text).toList();
    }

    private static boolean same(Collection<String> one, Collection<String> other) {
        return Set.copyOf(one).equals(Set.copyOf(other));
    }
}

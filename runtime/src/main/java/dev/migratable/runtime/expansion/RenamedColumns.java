package dev.migratable.runtime.expansion;

import dev.migratable.change.DropCheck;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropUnique;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.SqlTokens;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds what hangs on the renamed columns of one table, and what it is to be on their twins. */
final class RenamedColumns {
    private final PlanContext context;
    private final Table before;
    private final Table mapped;
    private final Optional<Table> after;
    private final Set<String> formerNames;
    private final Set<String> takenNames;

    RenamedColumns(PlanContext context, QualifiedName table) {
        this.context = context;
        this.before = context.before(table);
        this.after = context.after(table);
        List<RenameColumn> renames = context.changes(RenameColumn.class, table);
        Schema schema = context.from();
        for (RenameColumn rename : renames) {
            schema = rename.applyTo(schema);
        }
        this.mapped = schema.table(before.name()).orElse(before);
        this.formerNames = Set.copyOf(renames.stream().map(RenameColumn::from).toList());
        this.takenNames = context.namesInUse(table);
    }

    /**
     * Something that hangs on a renamed column.
     *
     * @param old as it is on the old column
     * @param twin as it is to be on the twin, under a name that is free
     * @param <T> what it is
     */
    record Carried<T>(T old, T twin) {}

    /** Returns whether an index contains or mentions a column that is renamed. */
    static boolean touches(PlanContext context, QualifiedName table, Index index) {
        return context.changes(RenameColumn.class, table).stream().anyMatch(r -> contains(index, r.from()));
    }

    private static boolean contains(Index index, String column) {
        return index.include().contains(column)
                || index.predicate().filter(p -> SqlTokens.mentions(p, column)).isPresent()
                || index.keys().stream().anyMatch(k -> contains(k, column));
    }

    private static boolean contains(IndexKey key, String column) {
        return key.expression()
                ? SqlTokens.mentions(key.text(), column)
                : key.text().equals(column);
    }

    private boolean anyFormer(Predicate<String> test) {
        return formerNames.stream().anyMatch(test);
    }

    /** Returns the indexes that stay. */
    List<Carried<Index>> indexes() {
        return carried(
                Table::indexes,
                Index::name,
                i -> anyFormer(f -> contains(i, f)),
                i -> context.has(
                        DropIndex.class, before.name(), d -> d.index().name().equals(i.name())),
                Index::withName);
    }

    /** Returns the indexes that the model gave up, to be dropped with the old column. */
    List<Index> droppedIndexes() {
        return before.indexes().stream()
                .filter(i -> !i.unique() && anyFormer(f -> contains(i, f)))
                .filter(i -> context.has(
                        DropIndex.class, before.name(), d -> d.index().name().equals(i.name())))
                .toList();
    }

    /** Returns the unique constraints that stay. */
    List<Carried<UniqueConstraint>> uniques() {
        return carried(
                Table::uniqueConstraints,
                UniqueConstraint::name,
                u -> anyFormer(f -> u.columns().contains(f) || u.include().contains(f)),
                u -> context.has(
                        DropUnique.class,
                        before.name(),
                        d -> d.constraint().name().equals(u.name())),
                (u, name) ->
                        new UniqueConstraint(name, u.columns(), u.include(), u.nullsNotDistinct(), u.deferrability()));
    }

    /** Returns the foreign keys that stay. */
    List<Carried<ForeignKey>> foreignKeys() {
        return carried(
                Table::foreignKeys,
                ForeignKey::name,
                k -> anyFormer(k.columns()::contains),
                k -> context.has(
                        DropForeignKey.class,
                        before.name(),
                        d -> d.foreignKey().name().equals(k.name())),
                (k, name) -> new ForeignKey(
                        name,
                        k.columns(),
                        k.referencedTable(),
                        k.referencedColumns(),
                        k.onDelete(),
                        k.onUpdate(),
                        k.matchFull(),
                        k.deferrability(),
                        k.validated()));
    }

    /** Returns the checks that stay. */
    List<Carried<CheckConstraint>> checks() {
        return carried(
                Table::checkConstraints,
                CheckConstraint::name,
                c -> anyFormer(f -> SqlTokens.mentions(c.expression(), f)),
                c -> context.has(
                        DropCheck.class,
                        before.name(),
                        d -> d.constraint().name().equals(c.name())),
                (c, name) -> new CheckConstraint(name, c.expression(), c.validated()));
    }

    private <T> List<Carried<T>> carried(
            Function<Table, List<T>> parts,
            Function<T, String> nameOf,
            Predicate<T> touches,
            Predicate<T> dropped,
            BiFunction<T, String, T> withName) {
        List<Carried<T>> result = new ArrayList<>();
        for (T old : parts.apply(before)) {
            if (touches.test(old) && !dropped.test(old)) {
                T twin = parts.apply(mapped).stream()
                        .filter(p -> nameOf.apply(p).equals(nameOf.apply(old)))
                        .findFirst()
                        .orElseThrow();
                String wanted = after.map(parts).stream()
                        .flatMap(Collection::stream)
                        .filter(p -> withName.apply(p, "").equals(withName.apply(twin, "")))
                        .map(nameOf)
                        .findFirst()
                        .orElse(nameOf.apply(old));
                String name = Identifiers.free(wanted, context.number(), takenNames);
                takenNames.add(name);
                result.add(new Carried<>(old, withName.apply(twin, name)));
            }
        }
        return result;
    }
}

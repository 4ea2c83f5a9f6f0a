package dev.migratable.runtime.expansion;

import dev.migratable.change.DropCheck;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropUnique;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.SqlTokens;
import dev.migratable.runtime.expansion.PlanContext.Move;
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
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what hangs on the columns of one table that have twins, and what it is to be on those. */
final class RenamedColumns {
    private final PlanContext context;
    private final Table before;
    private final Table mapped;
    private final Table shown;
    private final Table leaving;
    private final Optional<Table> after;
    private final List<Move> moves;
    private final Set<String> takenNames;

    RenamedColumns(PlanContext context, QualifiedName table) {
        this.context = context;
        this.before = context.before(table);
        this.after = context.after(table);
        this.moves = context.moves(table);
        this.mapped = renamed(moves.stream(), Move::twin);
        this.shown = renamed(moves.stream().filter(Move::renamed), Move::twin);
        this.leaving = renamed(moves.stream().filter(m -> !m.renamed()), Move::leaving);
        this.takenNames = context.namesInUse(table);
    }

    private Table renamed(Stream<Move> moved, Function<Move, String> name) {
        Schema schema = context.from();
        for (Move move : moved.toList()) {
            schema = new RenameColumn(before.name(), move.from(), name.apply(move)).applyTo(schema);
        }
        return schema.table(before.name()).orElse(before);
    }

    /**
     * Something that hangs on a column with a twin.
     *
     * @param old as it is on the old column behind the gate
     * @param twin as it is to be on the twin while that is built, under a name that is free
     * @param shown as a comparison finds it after expand; empty where that is as before, because no column in it is renamed
     * @param hidden whether a comparison no longer finds the old one after expand, because a column in it is parked then
     * @param <T> what it is
     */
    record Carried<T>(T old, T twin, Optional<T> shown, boolean hidden) {
        /** Returns the parts of a table as a comparison finds them after expand. */
        List<T> after(List<T> parts, Function<T, String> nameOf) {
            List<T> rest = hidden && shown.isPresent()
                    ? Lists.without(parts, p -> nameOf.apply(p).equals(nameOf.apply(old)))
                    : parts;
            return shown.map(s -> Lists.append(rest, s)).orElse(rest);
        }
    }

    /** Returns whether an index contains or mentions a column that has a twin. */
    static boolean touches(PlanContext context, QualifiedName table, Index index) {
        return context.moves(table).stream().anyMatch(m -> contains(index, m.from()));
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

    /** Returns the indexes that stay. */
    List<Carried<Index>> indexes() {
        return carried(
                Table::indexes,
                Index::name,
                RenamedColumns::contains,
                i -> context.has(
                        DropIndex.class, before.name(), d -> d.index().name().equals(i.name())),
                Index::withName);
    }

    /** Returns the indexes that the model gave up, to be dropped with the old column. */
    List<Index> droppedIndexes() {
        return before.indexes().stream()
                .filter(i -> !i.unique() && moves.stream().anyMatch(m -> contains(i, m.from())))
                .filter(i -> context.has(
                        DropIndex.class, before.name(), d -> d.index().name().equals(i.name())))
                .map(i -> same(leaving.indexes(), Index::name, i))
                .toList();
    }

    /** Returns whether a comparison finds an index that is given up no longer after expand. */
    boolean isHidden(Index index) {
        return moves.stream().anyMatch(m -> !m.renamed() && contains(index, m.leaving()));
    }

    /** Returns the unique constraints that stay. */
    List<Carried<UniqueConstraint>> uniques() {
        return carried(
                Table::uniqueConstraints,
                UniqueConstraint::name,
                (u, f) -> u.columns().contains(f) || u.include().contains(f),
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
                (k, f) -> k.columns().contains(f),
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
                (c, f) -> SqlTokens.mentions(c.expression(), f),
                c -> context.has(
                        DropCheck.class,
                        before.name(),
                        d -> d.constraint().name().equals(c.name())),
                (c, name) -> new CheckConstraint(name, c.expression(), c.validated()));
    }

    private <T> List<Carried<T>> carried(
            Function<Table, List<T>> parts,
            Function<T, String> nameOf,
            BiPredicate<T, String> touches,
            Predicate<T> dropped,
            BiFunction<T, String, T> withName) {
        List<Carried<T>> result = new ArrayList<>();
        for (T part : parts.apply(before)) {
            if (moves.stream().anyMatch(m -> touches.test(part, m.from())) && !dropped.test(part)) {
                T present = same(parts.apply(shown), nameOf, part);
                String wanted = after.map(parts).stream()
                        .flatMap(Collection::stream)
                        .filter(p -> withName.apply(p, "").equals(withName.apply(present, "")))
                        .map(nameOf)
                        .findFirst()
                        .orElse(nameOf.apply(part));
                String name = Identifiers.free(wanted, context.number(), takenNames);
                takenNames.add(name);
                boolean renamed = moves.stream().anyMatch(m -> m.renamed() && touches.test(part, m.from()));
                boolean hidden = moves.stream().anyMatch(m -> !m.renamed() && touches.test(part, m.from()));
                result.add(new Carried<>(
                        same(parts.apply(leaving), nameOf, part),
                        withName.apply(same(parts.apply(mapped), nameOf, part), name),
                        renamed ? Optional.of(withName.apply(present, name)) : Optional.empty(),
                        hidden));
            }
        }
        return result;
    }

    private static <T> T same(List<T> parts, Function<T, String> nameOf, T part) {
        return parts.stream()
                .filter(p -> nameOf.apply(p).equals(nameOf.apply(part)))
                .findFirst()
                .orElseThrow();
    }
}

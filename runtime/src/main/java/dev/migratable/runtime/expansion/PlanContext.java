package dev.migratable.runtime.expansion;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.CreateTable;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SqlTokens;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Conversion;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers what an expansion asks about the whole migration; tables go by their present names. Immutable. */
final class PlanContext {
    private final PlanRequest request;
    private final Schema from;
    private final Map<QualifiedName, QualifiedName> presentNames = new HashMap<>();
    private final Set<QualifiedName> newTables = new HashSet<>();

    PlanContext(PlanRequest request) {
        this.request = request;
        Schema renamed = request.from();
        for (ClassifiedChange classified : request.changes()) {
            if (classified.change() instanceof RenameTable rename) {
                renamed = rename.applyTo(renamed);
                presentNames.put(rename.table(), rename.newName());
            } else if (classified.change() instanceof CreateTable create) {
                newTables.add(create.table());
            }
        }
        this.from = renamed;
    }

    String id() {
        return request.id();
    }

    String number() {
        return request.number();
    }

    /** Returns the schema before the migration but with its tables under their present names. */
    Schema from() {
        return from;
    }

    Schema to() {
        return request.to().schema();
    }

    Declarations declarations() {
        return request.to().declarations();
    }

    QualifiedName present(QualifiedName name) {
        return presentNames.getOrDefault(name, name);
    }

    /** Returns the name a table had before the migration. */
    QualifiedName former(QualifiedName present) {
        return presentNames.entrySet().stream()
                .filter(e -> e.getValue().equals(present))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(present);
    }

    boolean isNew(QualifiedName table) {
        return newTables.contains(table);
    }

    /** Returns a table as it is before the migration. */
    Table before(QualifiedName table) {
        return from.table(present(table))
                .orElseThrow(() -> new IllegalArgumentException("there is no table " + table + " to change"));
    }

    /** Returns a table as it is to be. */
    Optional<Table> after(QualifiedName table) {
        return to().table(present(table));
    }

    List<Change> changes() {
        return request.changes().stream().map(ClassifiedChange::change).toList();
    }

    /** Returns the changes of one kind to one table. */
    <C extends Change> List<C> changes(Class<C> kind, QualifiedName table) {
        return changes().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(c -> present(c.table()).equals(present(table)))
                .toList();
    }

    <C extends Change> boolean has(Class<C> kind, QualifiedName table, Predicate<C> test) {
        return changes(kind, table).stream().anyMatch(test);
    }

    /** Returns the rename by which a column has its present name. */
    Optional<RenameColumn> renameTo(QualifiedName table, String column) {
        return changes(RenameColumn.class, table).stream()
                .filter(r -> r.to().equals(column))
                .findFirst();
    }

    /** Returns how the values of a renamed column are converted, by its present name. */
    Optional<Conversion> conversion(QualifiedName table, String column) {
        Optional<Column> old =
                renameTo(table, column).flatMap(r -> before(table).column(r.from()));
        Optional<Column> present = after(table).flatMap(t -> t.column(column));
        return old.isEmpty() || present.isEmpty()
                ? Optional.empty()
                : Conversion.of(old.get(), present.get(), declarations().backfill(present(table), column));
    }

    /**
     * A column that has a twin.
     *
     * @param from its name before the migration
     * @param twin the name of the twin while it is built
     * @param leaving the name of the old column behind the gate, until it is parked
     * @param renamed whether the model calls it otherwise
     */
    record Move(String from, String twin, String leaving, boolean renamed) {}

    /** Returns the columns of a table that have twins. */
    List<Move> moves(QualifiedName table) {
        Stream<Move> renames =
                changes(RenameColumn.class, table).stream().map(r -> new Move(r.from(), r.to(), r.from(), true));
        Stream<Move> swaps = from.table(present(table)).stream()
                .flatMap(t -> t.columns().stream())
                .map(Column::name)
                .filter(c -> isSwapped(table, c))
                .map(c -> new Move(c, Identifiers.fit(c, "__new_" + number()), Identifiers.parked(c, number()), false));
        return Stream.concat(renames, swaps).toList();
    }

    /** Returns whether a column keeps its name and gets a new type that needs a twin. */
    boolean isSwapped(QualifiedName table, String column) {
        return renameTo(table, column).isEmpty()
                && request.changes().stream()
                        .filter(c -> present(c.change().table()).equals(present(table)))
                        .anyMatch(c -> isSwapping(c, column));
    }

    private boolean isSwapping(ClassifiedChange judged, String column) {
        if (judged.change() instanceof ChangeCollation collation) {
            return collation.column().equals(column);
        }
        return judged.change() instanceof ChangeColumnType type
                && type.column().equals(column)
                && Conversion.isUnnoticed(type.from(), type.to())
                && InPlace.whyNot(this, type, judged.facts()).isPresent();
    }

    /** Returns a column before the migration by its present name. */
    Optional<Column> columnBefore(QualifiedName table, String column) {
        String former = renameTo(table, column).map(RenameColumn::from).orElse(column);
        return before(table).column(former);
    }

    /** Returns the present name of a column of a table before the migration. */
    String presentColumn(QualifiedName table, String former) {
        return changes(RenameColumn.class, table).stream()
                .filter(r -> r.from().equals(former))
                .map(RenameColumn::to)
                .findFirst()
                .orElse(former);
    }

    /** Returns the column as the migration adds it; empty where it was there or is filled from an expression. */
    Optional<Column> addedPlainly(QualifiedName table, String column) {
        return changes(AddColumn.class, table).stream()
                .map(AddColumn::column)
                .filter(c -> c.name().equals(column))
                .filter(c -> declarations().backfill(present(table), column).isEmpty())
                .findFirst();
    }

    /** Returns whether every existing row, and every row of an old version, holds NULL in one of the columns. */
    boolean isNullForOldVersions(QualifiedName table, List<String> columns) {
        return columns.stream()
                .anyMatch(c -> addedPlainly(table, c)
                        .filter(Column::nullable)
                        .filter(a -> a.defaultValue().isEmpty() && a.generated().isEmpty())
                        .isPresent());
    }

    /** Returns the columns of a table, before or after, that an expression mentions. */
    List<String> mentioned(QualifiedName table, String expression) {
        Stream<Column> before = from.table(present(table)).stream().flatMap(t -> t.columns().stream());
        Stream<Column> after = after(table).stream().flatMap(t -> t.columns().stream());
        return Stream.concat(before, after)
                .map(Column::name)
                .distinct()
                .filter(c -> SqlTokens.mentions(expression, c))
                .toList();
    }

    /**
     * Returns why no trigger can fill a column by an expression: a generated column that it reads is NULL in a trigger
     * before the row is written.
     */
    Optional<String> whyNotFilled(QualifiedName table, String expression) {
        List<String> mentioned = mentioned(table, expression);
        return Stream.of(from.table(present(table)), after(table))
                .flatMap(Optional::stream)
                .flatMap(t -> t.columns().stream())
                .filter(c -> c.generated().isPresent() && mentioned.contains(c.name()))
                .findFirst()
                .map(c -> "its @Backfill reads " + c.name()
                        + ", a generated column, which is NULL in the trigger that fills what old versions insert");
    }

    /** Returns the notes above the change sets of a change: what the rules say, and what was accepted. */
    static List<String> notes(ClassifiedChange classified) {
        List<String> notes = new ArrayList<>();
        classified.findings().forEach(f -> notes.add(f.rule() + " " + f.element() + " " + f.message()));
        classified
                .accepted()
                .forEach(a -> notes.add("accepted " + a.finding().rule() + " ("
                        + a.finding().element() + " " + a.finding().message() + "): " + a.reason()));
        return notes;
    }

    /** Returns names of constraints and indexes in use before or after the migration in a table's schema. */
    Set<String> namesInUse(QualifiedName table) {
        Set<String> names = new HashSet<>();
        from.tables().stream()
                .filter(t -> t.name().schema().equals(table.schema()))
                .forEach(t -> addNames(t, names));
        return names;
    }

    private static void addNames(Table table, Set<String> names) {
        names.add(table.name().name());
        table.primaryKey().ifPresent(k -> names.add(k.name()));
        table.uniqueConstraints().forEach(u -> names.add(u.name()));
        table.indexes().forEach(i -> names.add(i.name()));
        table.foreignKeys().forEach(f -> names.add(f.name()));
        table.checkConstraints().forEach(c -> names.add(c.name()));
    }
}

package dev.migratable.diff;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnOptions;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeCompression;
import dev.migratable.change.ChangeIndexParameters;
import dev.migratable.change.ChangeObjectComment;
import dev.migratable.change.ChangeObjectComment.Kind;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.ChangeSequence;
import dev.migratable.change.ChangeSequencePersistence;
import dev.migratable.change.ChangeStatisticsTarget;
import dev.migratable.change.ChangeStorage;
import dev.migratable.change.ChangeStorageParameters;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.CreateSequence;
import dev.migratable.change.CreateTable;
import dev.migratable.change.EnumTypeChange;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares what entities do not speak of, where both sides know of it. It looks at the schema as the other changes leave
 * it: indexes and constraints are all there then, under the names that they have got.
 */
final class SettingDiffer {

    private final Equivalence equivalence;
    private final ChangeCollector changes;

    SettingDiffer(Equivalence equivalence, ChangeCollector changes) {
        this.equivalence = equivalence;
        this.changes = changes;
    }

    /** Adds the changes of settings behind those that are collected already. */
    void diff(Schema renamed, Schema desired) {
        boolean known = desired.tables().stream().anyMatch(t -> t.settings().isPresent())
                || desired.sequences().stream().anyMatch(s -> s.comment().isPresent());
        if (!known) {
            return;
        }
        Map<QualifiedName, List<Change>> others = changes.inOrder().stream()
                .filter(change -> !(change instanceof UnsupportedChange
                        || change instanceof EnumTypeChange
                        || change instanceof CompositeTypeChange
                        || change instanceof RenameTable
                        || change instanceof RenameColumn))
                .collect(Collectors.groupingBy(Change::table));
        for (Table table : desired.tables()) {
            if (table.settings().isPresent()) {
                List<Change> own = others.getOrDefault(table.name(), List.of());
                boolean retyped = own.stream().anyMatch(ChangeColumnType.class::isInstance);
                after(renamed.table(table.name()), own)
                        .filter(present -> retyped || !present.equals(table))
                        .ifPresent(present -> diff(present, table, retyped));
            }
        }
        for (Sequence sequence : desired.sequences()) {
            Sequence present = renamed.sequence(sequence.name()).orElse(sequence.withComment(Optional.of("")));
            comment(present, sequence);
            persistence(present, sequence);
        }
    }

    /** Compares with the sequence as the table that owns it leaves it, which takes it along. */
    private void persistence(Sequence present, Sequence sequence) {
        Optional<ColumnName> owner = present.ownedBy();
        Optional<Boolean> unlogged = present.unlogged();
        for (Change change : changes.inOrder()) {
            if (change instanceof CreateSequence create && create.table().equals(sequence.name())) {
                owner = create.sequence().ownedBy();
            } else if (change instanceof ChangeSequence to && to.table().equals(sequence.name())) {
                owner = to.to().ownedBy();
            } else if (change instanceof ChangePersistence table
                    && owner.filter(column -> column.table().equals(table.table()))
                            .isPresent()) {
                unlogged = unlogged.map(u -> table.unlogged());
            }
        }
        boolean known = unlogged.isPresent() && sequence.unlogged().isPresent();
        if (known && !unlogged.equals(sequence.unlogged())) {
            add(new ChangeSequencePersistence(
                    sequence.name(), sequence.unlogged().get()));
        }
    }

    /** Returns a table as its own changes leave it; they are applied apart, for it may reference one that was not read. */
    private static Optional<Table> after(Optional<Table> table, List<Change> ofTable) {
        Optional<Table> result = table;
        for (Change change : ofTable) {
            if (change instanceof CreateTable create) {
                result = Optional.of(create.definition());
            } else if (result.isPresent() && change instanceof AddForeignKey add) {
                List<ForeignKey> keys = new ArrayList<>(result.get().foreignKeys());
                keys.add(add.foreignKey());
                result = Optional.of(result.get().withForeignKeys(keys));
            } else if (result.isPresent()) {
                result = change.applyTo(new Schema(List.of(result.get()), List.of()))
                        .table(change.table());
            }
        }
        return result;
    }

    private void comment(Sequence present, Sequence sequence) {
        if (present.comment().isPresent() && sequence.comment().isPresent()) {
            comment(
                    sequence.name(),
                    Kind.SEQUENCE,
                    sequence.name().name(),
                    present.comment().filter(c -> !c.isEmpty()),
                    sequence.comment().filter(c -> !c.isEmpty()));
        }
    }

    private void diff(Table present, Table table, boolean retyped) {
        if (present.settings().isEmpty() || table.settings().isEmpty()) {
            return;
        }
        for (Column column : table.columns()) {
            present.column(column.name())
                    .ifPresent(c -> column(table.name(), column.name(), c.settings(), column.settings()));
        }
        TableSettings from = present.settings().get();
        TableSettings to = table.settings().get();
        // The server makes no TOAST table for a while where the types of that while need none, and forgets about it.
        boolean again = retyped && to.parameters().keySet().stream().anyMatch(name -> name.startsWith("toast."));
        if (again || !from.parameters().equals(to.parameters())) {
            add(new ChangeStorageParameters(table.name(), from.parameters(), to.parameters()));
        }
        for (Pair index : indexes(present, table)) {
            parameters(table.name(), index.current, index.currentParameters, index.desiredParameters);
        }
        for (Pair key : keys(present, table)) {
            Map<String, String> none = Map.of();
            parameters(
                    table.name(),
                    key.current,
                    from.keyParameters().getOrDefault(key.current, none),
                    to.keyParameters().getOrDefault(key.desired, none));
        }
        comments(table.name(), present, table);
    }

    private void column(QualifiedName table, String column, ColumnSettings from, ColumnSettings to) {
        if (!from.storage().equals(to.storage())) {
            add(new ChangeStorage(table, column, from.storage(), to.storage()));
        }
        if (!from.compression().equals(to.compression())) {
            add(new ChangeCompression(table, column, from.compression(), to.compression()));
        }
        if (!from.statisticsTarget().equals(to.statisticsTarget())) {
            add(new ChangeStatisticsTarget(table, column, from.statisticsTarget(), to.statisticsTarget()));
        }
        if (!from.options().equals(to.options())) {
            add(new ChangeColumnOptions(table, column, from.options(), to.options()));
        }
    }

    private void parameters(QualifiedName table, String index, Map<String, String> from, Map<String, String> to) {
        if (!from.equals(to)) {
            add(new ChangeIndexParameters(table, index, from, to));
        }
    }

    private void comments(QualifiedName table, Table present, Table desired) {
        TableSettings from = present.settings().orElse(TableSettings.NONE);
        TableSettings to = desired.settings().orElse(TableSettings.NONE);
        List<Pair> indexes = new ArrayList<>(indexes(present, desired));
        indexes.addAll(keys(present, desired));
        for (Pair pair : indexes) {
            comment(table, Kind.INDEX, pair, from.indexComments(), to.indexComments());
        }
        for (Pair pair : constraints(present, desired)) {
            comment(table, Kind.CONSTRAINT, pair, from.constraintComments(), to.constraintComments());
        }
    }

    private void comment(QualifiedName table, Kind kind, Pair pair, Map<String, String> from, Map<String, String> to) {
        comment(
                table,
                kind,
                pair.current,
                Optional.ofNullable(from.get(pair.current)),
                Optional.ofNullable(to.get(pair.desired)));
    }

    private void comment(QualifiedName table, Kind kind, String name, Optional<String> from, Optional<String> to) {
        if (!from.equals(to)) {
            add(new ChangeObjectComment(table, kind, name, from, to));
        }
    }

    private void add(Change change) {
        changes.add(Stage.SETTING, change);
    }

    /** The names of one thing on both sides. */
    private record Pair(
            String current,
            String desired,
            Map<String, String> currentParameters,
            Map<String, String> desiredParameters) {

        static Pair of(String current, String desired) {
            return new Pair(current, desired, Map.of(), Map.of());
        }
    }

    private List<Pair> indexes(Table present, Table desired) {
        return new StructureMatcher<Index>(i -> equivalence.structure(desired.name(), i), Index::name)
                .match(present.indexes(), desired.indexes()).pairs().stream()
                        .map(p -> new Pair(
                                p.current().name(),
                                p.desired().name(),
                                p.current().parameters(),
                                p.desired().parameters()))
                        .toList();
    }

    private static List<Pair> keys(Table present, Table desired) {
        List<Pair> pairs = new ArrayList<>();
        if (present.primaryKey()
                .map(Equivalence::structure)
                .equals(desired.primaryKey().map(Equivalence::structure))) {
            present.primaryKey()
                    .map(PrimaryKey::name)
                    .ifPresent(name -> pairs.add(Pair.of(
                            name, desired.primaryKey().map(PrimaryKey::name).orElse(name))));
        }
        KeyDiffer.kept(present, desired)
                .forEach(p -> pairs.add(Pair.of(p.current().name(), p.desired().name())));
        ConstraintDiffer.keptExclusions(present, desired)
                .forEach(p -> pairs.add(Pair.of(p.current().name(), p.desired().name())));
        return pairs;
    }

    private List<Pair> constraints(Table present, Table desired) {
        List<Pair> pairs = new ArrayList<>(keys(present, desired));
        ConstraintDiffer.kept(present, desired)
                .forEach(p -> pairs.add(Pair.of(p.current().name(), p.desired().name())));
        new StructureMatcher<CheckConstraint>(
                        check -> equivalence.structure(desired.name(), check), CheckConstraint::name)
                .match(present.checkConstraints(), desired.checkConstraints())
                .pairs()
                .forEach(p -> pairs.add(Pair.of(p.current().name(), p.desired().name())));
        return pairs;
    }
}

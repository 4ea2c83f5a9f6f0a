package dev.migratable.diff;

import dev.migratable.change.AddColumn;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropTable;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.NotNullConstraint;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.TableSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares tables: their columns by name, whatever their order, and everything that belongs to them. */
final class TableDiffer {

    private final ChangeCollector changes;
    private final NameClashes clashes;
    private final Equivalence equivalence;
    private final ColumnDiffer columns;

    TableDiffer(ChangeCollector changes, NameClashes clashes, Equivalence equivalence) {
        this.changes = changes;
        this.clashes = clashes;
        this.equivalence = equivalence;
        this.columns = new ColumnDiffer(changes, equivalence);
    }

    void create(Table table, Schema current) {
        changes.add(Stage.CREATE_TABLE, new CreateTable(clashes.resolve(bare(table))));
        table.foreignKeys().forEach(f -> changes.add(Stage.ADD_FOREIGN_KEY, new AddForeignKey(table.name(), f)));
        table.columns().stream()
                .flatMap(c -> unproven(table, c))
                .forEach(change -> changes.add(Stage.UNSUPPORTED, change));
        if (table.options().isOfPartitions() && !isAttachable(table.options(), current)) {
            changes.add(Stage.UNSUPPORTED, Unsupported.creation(table));
        }
        table.exclusionConstraints()
                .forEach(e -> changes.add(Stage.UNSUPPORTED, Unsupported.exclusion(table.name(), e, false)));
    }

    /** A new table becomes the partition of one that is there, unless the server would read a default one's rows for it. */
    private static boolean isAttachable(TableOptions options, Schema current) {
        boolean there = options.partitionOf()
                .flatMap(current::table)
                .filter(parent -> parent.options().partitionBy().isPresent())
                .isPresent();
        boolean besideDefault = current.tables().stream()
                .map(Table::options)
                .anyMatch(o -> o.partitionOf().equals(options.partitionOf())
                        && o.partitionBound().equals(Optional.of("DEFAULT")));
        return options.partitionBy().isEmpty() && there && !besideDefault;
    }

    /** What has a change of its own comes later; an index is built with its parameters. */
    private static Table bare(Table table) {
        List<Column> columns = table.columns().stream()
                .map(c -> c.withSettings(
                        ColumnSettings.NONE.withNotNull(c.settings().notNull().filter(NotNullConstraint::validated))))
                .toList();
        return table.withForeignKeys(List.of())
                .withColumns(columns)
                .withSettings(table.settings().map(s -> TableSettings.NONE));
    }

    private static Stream<Change> unproven(Table table, Column column) {
        return column.settings().unproven().stream()
                .map(name -> Unsupported.unprovenNotNull(table.name(), column.name()));
    }

    private static Column bare(Column column) {
        return column.withSettings(ColumnSettings.NONE);
    }

    void drop(Table table) {
        table.foreignKeys().forEach(f -> changes.add(Stage.DROP_FOREIGN_KEY, new DropForeignKey(table.name(), f)));
        boolean partition = table.options().partitionOf().isPresent();
        changes.add(
                partition ? Stage.DROP_PARTITION : Stage.DROP_TABLE, new DropTable(table.withForeignKeys(List.of())));
    }

    void diff(Table current, Table desired) {
        if (current.equals(desired)) {
            return;
        }
        columns(current, desired);
        ChangeCollector named = new ChangeCollector();
        new KeyDiffer(named, equivalence).diff(current, desired);
        new ConstraintDiffer(named, equivalence).diff(current, desired);
        changes.addAll(named, list -> clashes.resolve(current, list));
        if (!current.comment().equals(desired.comment())) {
            changes.add(
                    Stage.COMMENT_ON_TABLE,
                    new ChangeTableComment(desired.name(), current.comment(), desired.comment()));
        }
        TableOptions options = desired.options();
        if (!options.isOfPartitions() && !current.options().isOfPartitions()) {
            return; // whether it is logged is a change of its own
        }
        if (!current.options().equals(options)) {
            changes.add(Stage.UNSUPPORTED, Unsupported.options(desired.name(), current.options(), options));
        }
    }

    private void columns(Table current, Table desired) {
        Map<String, Column> present = new HashMap<>();
        current.columns().forEach(c -> present.put(c.name(), c));
        for (Column column : desired.columns()) {
            Column partner = present.remove(column.name());
            if (partner == null) {
                Stage stage = column.generated().isPresent() ? Stage.ADD_GENERATED_COLUMN : Stage.ADD_COLUMN;
                changes.add(stage, new AddColumn(desired.name(), bare(column)));
                unproven(desired, column).forEach(change -> changes.add(Stage.UNSUPPORTED, change));
            } else {
                columns.diff(desired.name(), partner, column);
            }
        }
        for (Column column : current.columns()) {
            if (present.containsKey(column.name())) {
                Stage stage = column.generated().isPresent() ? Stage.DROP_GENERATED_COLUMN : Stage.DROP_COLUMN;
                changes.add(stage, new DropColumn(desired.name(), column));
            }
        }
    }
}

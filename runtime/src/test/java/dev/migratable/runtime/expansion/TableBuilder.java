package dev.migratable.runtime.expansion;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableSettings;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Builds tables for cases. */
final class TableBuilder {
    private Table table;

    private TableBuilder(Table table) {
        this.table = table;
    }

    /** A table with a bigint primary key {@code id}. */
    static TableBuilder table(String name) {
        Column id = Column.of("id", SqlType.parse("bigint"), false);
        return new TableBuilder(Table.of(
                QualifiedName.inPublic(name), List.of(id), Optional.of(PrimaryKey.of(name + "_pkey", List.of("id")))));
    }

    static TableBuilder of(Table table) {
        return new TableBuilder(table);
    }

    TableBuilder nullable(String name, String type) {
        return add(Column.of(name, SqlType.parse(type), true));
    }

    TableBuilder required(String name, String type) {
        return add(Column.of(name, SqlType.parse(type), false));
    }

    TableBuilder nullable(String name, String type, String defaultValue) {
        return add(Column.of(name, SqlType.parse(type), true).withDefault(Optional.of(defaultValue)));
    }

    TableBuilder required(String name, String type, String defaultValue) {
        return add(Column.of(name, SqlType.parse(type), false).withDefault(Optional.of(defaultValue)));
    }

    TableBuilder add(Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        table = table.withColumns(columns);
        return this;
    }

    TableBuilder unique(String name, String... columns) {
        table = table.withUniqueConstraints(
                Lists.append(table.uniqueConstraints(), UniqueConstraint.of(name, List.of(columns))));
        return this;
    }

    TableBuilder index(String name, String... columns) {
        return index(Index.of(name, false, List.of(columns)));
    }

    TableBuilder index(Index index) {
        table = table.withIndexes(Lists.append(table.indexes(), index));
        return this;
    }

    TableBuilder check(String name, String expression) {
        table = table.withCheckConstraints(
                Lists.append(table.checkConstraints(), new CheckConstraint(name, expression, true)));
        return this;
    }

    TableBuilder add(CheckConstraint check) {
        table = table.withCheckConstraints(Lists.append(table.checkConstraints(), check));
        return this;
    }

    TableBuilder foreignKey(String name, String column, String referenced, ReferentialAction onDelete) {
        return foreignKey(name, column, referenced, "id", onDelete);
    }

    TableBuilder foreignKey(String name, String column, String referenced, String key, ReferentialAction onDelete) {
        return foreignKey(
                ForeignKey.of(name, List.of(column), QualifiedName.inPublic(referenced), List.of(key)), onDelete);
    }

    private TableBuilder foreignKey(ForeignKey plain, ReferentialAction onDelete) {
        ForeignKey key = new ForeignKey(
                plain.name(),
                plain.columns(),
                plain.referencedTable(),
                plain.referencedColumns(),
                onDelete,
                plain.onUpdate(),
                false,
                plain.deferrability(),
                true);
        table = table.withForeignKeys(Lists.append(table.foreignKeys(), key));
        return this;
    }

    TableBuilder comment(String text) {
        table = table.withComment(Optional.of(text));
        return this;
    }

    /** Makes it a table whose settings are known, with these storage parameters. */
    TableBuilder settings(Map<String, String> parameters) {
        table = table.withSettings(Optional.of(TableSettings.NONE.withParameters(parameters)));
        return this;
    }

    TableBuilder edit(UnaryOperator<Table> edit) {
        table = edit.apply(table);
        return this;
    }

    Table build() {
        return table;
    }
}

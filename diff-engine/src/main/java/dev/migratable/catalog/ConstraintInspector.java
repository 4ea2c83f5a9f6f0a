package dev.migratable.catalog;

import dev.migratable.normalize.Parentheses;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.UniqueConstraint;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes constraints of the rows of {@code constraints.sql}.
 *
 * @param tables all tables that are read, by oid, with their columns
 */
record ConstraintInspector(Map<Long, TableDraft> tables) {

    /** Adds a constraint to its table; one that mentions a parked column is left out. */
    void add(Row row, TableDraft table) throws SQLException {
        long[] columns = row.numbers("columns");
        long[] indexed = row.numbers("index_columns");
        if (table.isAnyParked(columns) || table.isAnyParked(indexed)) {
            return;
        }
        String name = row.text("conname");
        String kind = row.text("kind");
        if (kind.equals("f")) {
            foreignKey(name, row, table);
        } else if (row.flag("is_verbatim")) {
            table.exclusionConstraints.add(new ExclusionConstraint(name, row.text("definition")));
        } else if (kind.equals("c")) {
            table.checkConstraints.add(
                    new CheckConstraint(name, Parentheses.strip(row.text("expression")), row.flag("convalidated")));
        } else {
            List<String> names = table.columnNames(columns);
            List<String> include = table.columnNames(Arrays.copyOfRange(indexed, columns.length, indexed.length));
            key(name, row, table, names, include);
        }
    }

    private static void key(String name, Row row, TableDraft table, List<String> columns, List<String> include)
            throws SQLException {
        String kind = row.text("kind");
        switch (kind) {
            case "p" -> table.primaryKey = Optional.of(new PrimaryKey(name, columns, include, deferrability(row)));
            case "u" ->
                table.uniqueConstraints.add(new UniqueConstraint(
                        name, columns, include, row.flag("nulls_not_distinct"), deferrability(row)));
            default -> throw new IllegalStateException("constraints.sql gives a constraint of kind " + kind);
        }
    }

    private void foreignKey(String name, Row row, TableDraft table) throws SQLException {
        Optional<Referenced> referenced = referenced(row);
        if (referenced.isEmpty()) {
            return;
        }
        if (row.flag("is_verbatim")) {
            table.exclusionConstraints.add(new ExclusionConstraint(name, row.text("definition")));
            return;
        }
        table.foreignKeys.add(new ForeignKey(
                name,
                table.columnNames(row.numbers("columns")),
                referenced.get().table,
                referenced.get().columns,
                action(row.text("on_delete")),
                action(row.text("on_update")),
                row.flag("match_full"),
                deferrability(row),
                row.flag("convalidated")));
    }

    /** The other side of a foreign key. */
    private record Referenced(QualifiedName table, List<String> columns) {}

    /** Returns the other side; nothing where one of its columns is parked. */
    private Optional<Referenced> referenced(Row row) throws SQLException {
        TableDraft table = tables.get(row.number("referenced_oid"));
        if (table == null) {
            List<String> names = row.texts("referenced_names");
            QualifiedName name = new QualifiedName(row.text("referenced_schema"), row.text("referenced_name"));
            return names.stream().anyMatch(NumberedColumn::isParked)
                    ? Optional.empty()
                    : Optional.of(new Referenced(name, names));
        }
        long[] columns = row.numbers("referenced_columns");
        return table.isAnyParked(columns)
                ? Optional.empty()
                : Optional.of(new Referenced(table.name, table.columnNames(columns)));
    }

    private static Deferrability deferrability(Row row) throws SQLException {
        if (!row.flag("condeferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.flag("condeferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "a" -> ReferentialAction.NO_ACTION;
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> throw new IllegalStateException("pg_constraint has the referential action " + code);
        };
    }
}

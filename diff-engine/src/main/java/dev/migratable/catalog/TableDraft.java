package dev.migratable.catalog;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the parts of one table, which come from several queries. */
final class TableDraft {

    final QualifiedName name;
    final List<Column> columns = new ArrayList<>();
    Optional<PrimaryKey> primaryKey = Optional.empty();
    final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();
    final List<ForeignKey> foreignKeys = new ArrayList<>();
    final List<CheckConstraint> checkConstraints = new ArrayList<>();
    final List<ExclusionConstraint> exclusionConstraints = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();
    final SettingsDraft settings = new SettingsDraft();
    private final Optional<String> comment;
    private final TableOptions options;
    private final List<Optional<NumberedColumn>> byNumber = new ArrayList<>();

    /** Starts a table from a row of {@code tables.sql}. */
    TableDraft(Row row) throws SQLException {
        name = new QualifiedName(row.text("nspname"), row.text("relname"));
        comment = row.optional("comment");
        Optional<String> parent = row.optional("parent_name");
        options = new TableOptions(
                row.flag("unlogged"),
                row.optional("partition_by"),
                parent.isPresent()
                        ? Optional.of(new QualifiedName(row.text("parent_schema"), parent.get()))
                        : Optional.empty(),
                row.optional("partition_bound"));
    }

    /** Takes a column; they come in the order of their numbers, and numbers of dropped columns are missing. */
    void number(int number, NumberedColumn column) {
        while (byNumber.size() < number) {
            byNumber.add(Optional.empty());
        }
        byNumber.add(Optional.of(column));
    }

    /** Returns the column of a number. */
    NumberedColumn column(long number) {
        Optional<NumberedColumn> column = number < byNumber.size() ? byNumber.get((int) number) : Optional.empty();
        return column.orElseThrow(() -> Row.concurrentChange(name.display() + ", column " + number));
    }

    List<String> columnNames(long[] numbers) {
        List<String> names = new ArrayList<>(numbers.length);
        for (long number : numbers) {
            names.add(column(number).name());
        }
        return names;
    }

    /** Returns whether a parked column is among those of some numbers; what is no column has number 0 or less. */
    boolean isAnyParked(long[] numbers) {
        for (long number : numbers) {
            if (number > 0 && column(number).parked()) {
                return true;
            }
        }
        return false;
    }

    Table finish() {
        indexes.replaceAll(settings::of);
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checkConstraints,
                exclusionConstraints,
                indexes,
                comment,
                options,
                Optional.of(settings.finish()));
    }
}

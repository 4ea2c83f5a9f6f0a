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
    private final Optional<String> comment;
    private final TableOptions options;

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

    Table finish() {
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
                options);
    }
}

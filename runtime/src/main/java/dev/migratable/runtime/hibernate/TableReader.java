package dev.migratable.runtime.hibernate;

import dev.migratable.normalize.Partitioning;
import dev.migratable.normalize.UnreadOptionException;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.schema.Column;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.boot.Metadata;

/** Reads tables as Hibernate's table exporter writes them. */
final class TableReader {

    private final Metadata metadata;
    private final PostgresNames names;
    private final Unread unread;
    private final ColumnReader columns;
    private final IndexReader indexes;

    TableReader(Metadata metadata, PostgresNames names, Unread unread) {
        this.metadata = metadata;
        this.names = names;
        this.unread = unread;
        this.columns = new ColumnReader(metadata, names, unread);
        this.indexes = new IndexReader(metadata.getDatabase().getDialect(), names, unread);
    }

    Table read(org.hibernate.mapping.Table table) {
        QualifiedName name = names.qualified(table);
        TableOptions options = unread.withOptions(
                name, "the table", table.getOptions(), TableOptions.ORDINARY, TableReader::partitioned);
        texts(name, table);
        ConstraintReader constraints = new ConstraintReader(names, unread, table, name);
        Optional<PrimaryKey> key = constraints.primaryKey();
        return new Table(
                name,
                columns(name, table, key.map(PrimaryKey::columns).orElse(List.of())),
                key,
                constraints.uniqueConstraints(),
                constraints.foreignKeys(),
                constraints.checkConstraints(AggregateCheckReader.expressions(table, metadata)),
                List.of(),
                table.getIndexes().values().stream()
                        .map(index -> indexes.read(name, index))
                        .toList(),
                ColumnReader.comment(table.getComment()),
                options);
    }

    private static TableOptions partitioned(TableOptions plain, String options) throws UnreadOptionException {
        String partitionBy = Partitioning.read(options).definition(Sql::identifier);
        return new TableOptions(plain.unlogged(), Optional.of(partitionBy), Optional.empty(), Optional.empty());
    }

    private void texts(QualifiedName name, org.hibernate.mapping.Table table) {
        unread.addIfGiven(name, "the declaration", Optional.ofNullable(table.getExtraDeclarations()));
    }

    private List<Column> columns(QualifiedName name, org.hibernate.mapping.Table table, List<String> key) {
        List<Column> result = new ArrayList<>();
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            columns.read(name, column, key.contains(names.raw(column))).ifPresent(result::add);
            unread.addIfGiven(
                    name,
                    "the addition of column " + column.getName(),
                    Optional.ofNullable(column.getValue().getExtraCreateTableInfo()));
        }
        return result;
    }
}

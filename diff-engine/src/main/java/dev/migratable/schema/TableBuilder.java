package dev.migratable.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a table of a {@link ModelBuilder}. Not thread-safe. */
public final class TableBuilder {

    private final QualifiedName name;
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private final List<KeyBuilder> uniqueConstraints = new ArrayList<>();
    private final List<ForeignKeyBuilder> foreignKeys = new ArrayList<>();
    private final List<CheckConstraint> checkConstraints = new ArrayList<>();
    private final List<IndexBuilder> indexes = new ArrayList<>();
    private Optional<KeyBuilder> primaryKey = Optional.empty();
    private Optional<String> comment = Optional.empty();

    TableBuilder(QualifiedName name) {
        this.name = name;
    }

    /** Adds a nullable column; the type is as {@link SqlType#parse} reads it. */
    public ColumnBuilder column(String column, String type) {
        return add(new ColumnBuilder(column, SqlType.parse(type)));
    }

    /** Adds a nullable column of a type whose parts are taken as they are. */
    public ColumnBuilder columnOfType(String column, String type, int dimensions, String... modifiers) {
        return add(new ColumnBuilder(column, new SqlType(type, List.of(modifiers), dimensions)));
    }

    private ColumnBuilder add(ColumnBuilder column) {
        columns.add(column);
        return column;
    }

    /** Says what the primary key is. */
    public KeyBuilder primaryKey(String key, String... keyColumns) {
        KeyBuilder builder = new KeyBuilder(key, List.of(keyColumns));
        primaryKey = Optional.of(builder);
        return builder;
    }

    /** Adds a unique constraint. */
    public KeyBuilder unique(String constraint, String... keyColumns) {
        KeyBuilder builder = new KeyBuilder(constraint, List.of(keyColumns));
        uniqueConstraints.add(builder);
        return builder;
    }

    /** Adds a foreign key from columns; what they reference is still to be said. */
    public ForeignKeyBuilder foreignKey(String key, String... keyColumns) {
        ForeignKeyBuilder builder = new ForeignKeyBuilder(key, List.of(keyColumns));
        foreignKeys.add(builder);
        return builder;
    }

    /** Adds a check constraint. */
    public void check(String constraint, String expression) {
        checkConstraints.add(new CheckConstraint(constraint, expression, true));
    }

    /** Adds a check constraint that is {@code NOT VALID}. */
    public void checkNotValid(String constraint, String expression) {
        checkConstraints.add(new CheckConstraint(constraint, expression, false));
    }

    /** Adds an index with ascending keys on columns; more keys can be added to it. */
    public IndexBuilder index(String index, String... keyColumns) {
        IndexBuilder builder = new IndexBuilder(index);
        for (String column : keyColumns) {
            builder.key(column);
        }
        indexes.add(builder);
        return builder;
    }

    /** Says what the table's comment is. */
    public void comment(String text) {
        comment = Optional.of(text);
    }

    Table build() {
        return new Table(
                name,
                columns.stream().map(ColumnBuilder::build).toList(),
                primaryKey.map(KeyBuilder::primaryKey),
                uniqueConstraints.stream().map(KeyBuilder::unique).toList(),
                foreignKeys.stream().map(ForeignKeyBuilder::build).toList(),
                checkConstraints,
                List.of(),
                indexes.stream().map(IndexBuilder::build).toList(),
                comment,
                TableOptions.ORDINARY);
    }
}

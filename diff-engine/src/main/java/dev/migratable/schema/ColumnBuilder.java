package dev.migratable.schema;

import java.util.Optional;

/** Builds a column of a {@link TableBuilder}. Not thread-safe. */
public final class ColumnBuilder {

    private Column column;

    ColumnBuilder(String name, SqlType type) {
        this.column = Column.of(name, type, true);
    }

    /** Says that it is {@code NOT NULL}. */
    public ColumnBuilder notNull() {
        column = column.withNullable(false);
        return this;
    }

    /** Says what its default is. */
    public ColumnBuilder defaultValue(String expression) {
        column = column.withDefault(Optional.of(expression));
        return this;
    }

    /** Makes it an identity column. */
    public ColumnBuilder identity(
            boolean always, long start, long increment, long minimum, long maximum, long cache, boolean cycle) {
        SequenceOptions options = new SequenceOptions(start, increment, minimum, maximum, cache, cycle);
        column = column.withIdentity(Optional.of(new Identity(always, options)));
        return this;
    }

    /** Makes it a generated column that is stored. */
    public ColumnBuilder generatedStored(String expression) {
        column = column.withGenerated(Optional.of(new Generated(expression, true)));
        return this;
    }

    /** Makes it a generated column that is virtual. */
    public ColumnBuilder generatedVirtual(String expression) {
        column = column.withGenerated(Optional.of(new Generated(expression, false)));
        return this;
    }

    /** Says what its collation is. */
    public ColumnBuilder collation(String collation) {
        column = column.withCollation(Optional.of(collation));
        return this;
    }

    /** Says what its comment is. */
    public ColumnBuilder comment(String text) {
        column = column.withComment(Optional.of(text));
        return this;
    }

    Column build() {
        return column;
    }
}

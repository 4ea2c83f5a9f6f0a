package dev.migratable.runtime.hibernate;

import dev.migratable.normalize.ColumnOptionReader;
import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SequenceOptions;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** Reads columns as Hibernate's table exporter writes them. */
final class ColumnReader {

    private static final String GENERATED = "generated always as ";

    private final Metadata metadata;
    private final Dialect dialect;
    private final PostgresNames names;
    private final Unread unread;

    ColumnReader(Metadata metadata, PostgresNames names, Unread unread) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
        this.names = names;
        this.unread = unread;
    }

    /**
     * Reads a column; empty where that is not possible, which is then noted.
     *
     * @param keyed whether it is part of the primary key, which PostgreSQL makes NOT NULL
     */
    Optional<Column> read(QualifiedName table, org.hibernate.mapping.Column column, boolean keyed) {
        try {
            ColumnText text = ColumnText.parse(column.getSqlType(metadata));
            Column read = column.isIdentity() ? identity(column, text) : ordinary(column, text, keyed);
            String place = "column " + column.getName();
            return Optional.of(unread.withOptions(table, place, column.getOptions(), read, ColumnOptionReader::read));
        } catch (IllegalArgumentException e) {
            unread.add(table, column, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Hibernate writes nothing but type and identity. */
    private Column identity(org.hibernate.mapping.Column column, ColumnText text) {
        Identity identity = text.identity()
                .orElseGet(() -> new Identity(
                        dialect.getIdentityColumnSupport()
                                .getIdentityColumnString(column.getSqlTypeCode(metadata))
                                .contains("always"),
                        SequenceOptions.defaults(text.type())));
        return Column.of(names.raw(column), text.type(), false)
                .withIdentity(Optional.of(identity))
                .withComment(comment(column.getComment()));
    }

    private Column ordinary(org.hibernate.mapping.Column column, ColumnText text, boolean keyed) {
        Optional<Generated> generated = Optional.ofNullable(column.getGeneratedAs())
                .map(expression -> ColumnText.generated(
                        dialect.generatedAs(expression).strip().substring(GENERATED.length())));
        Optional<String> defaultValue = Optional.ofNullable(column.getDefaultValue())
                .map(dialect::getColumnDefaultString)
                .filter(value -> !value.strip().equalsIgnoreCase("null"));
        // behind a generation the dialect writes no NOT NULL
        boolean declaredNotNull =
                !column.isNullable() && (generated.isEmpty() || dialect.supportsNotNullAfterGeneratedAs());
        boolean notNull =
                keyed || declaredNotNull || text.notNull() || text.identity().isPresent();
        return new Column(
                names.raw(column),
                text.type(),
                !notNull,
                defaultValue.or(text::defaultValue),
                text.identity(),
                generated.or(text::generated),
                Optional.ofNullable(column.getCollation())
                        .flatMap(ColumnReader::collation)
                        .or(text::collation),
                comment(column.getComment()));
    }

    /**
     * Gives a collation the name the catalog has for it. Hibernate writes it without a schema; it is taken for one of
     * PostgreSQL's own.
     */
    private static Optional<String> collation(String name) {
        if (name.equals("default")) {
            return Optional.empty();
        }
        boolean plain = name.matches("[a-z_][a-z0-9_]*");
        return Optional.of("pg_catalog." + (plain ? name : "\"" + name.replace("\"", "\"\"") + "\""));
    }

    /** Hibernate puts a comment between quotes as it is, so that a user has to double those within. */
    static Optional<String> comment(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isEmpty()).map(t -> t.replace("''", "'"));
    }
}

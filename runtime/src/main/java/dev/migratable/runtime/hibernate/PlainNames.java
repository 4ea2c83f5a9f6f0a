package dev.migratable.runtime.hibernate;

import java.util.Optional;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.hibernate.boot.model.relational.QualifiedTableName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/** Lets auxiliary objects render themselves for a person to read; no default schema, no catalogs. */
final class PlainNames implements SqlStringGenerationContext {

    private final Database database;

    PlainNames(Database database) {
        this.database = database;
    }

    @Override
    public Dialect getDialect() {
        return database.getDialect();
    }

    @Override
    public Identifier toIdentifier(String text) {
        return database.toIdentifier(text);
    }

    @Override
    public @Nullable Identifier getDefaultCatalog() {
        return null;
    }

    @Override
    public @Nullable Identifier getDefaultSchema() {
        return null;
    }

    @Override
    public String format(QualifiedTableName name) {
        return formatted(name);
    }

    @Override
    public String format(QualifiedSequenceName name) {
        return formatted(name);
    }

    @Override
    public String format(QualifiedName name) {
        return formatted(name);
    }

    @Override
    public String formatWithoutCatalog(QualifiedSequenceName name) {
        return formatted(name);
    }

    private String formatted(QualifiedName name) {
        String schema = Optional.ofNullable(name.getSchemaName())
                .map(s -> s.render(getDialect()) + ".")
                .orElse("");
        return schema + name.getObjectName().render(getDialect());
    }

    @Override
    public boolean isMigration() {
        return false;
    }
}

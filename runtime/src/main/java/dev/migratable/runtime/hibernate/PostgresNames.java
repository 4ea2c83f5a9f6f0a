package dev.migratable.runtime.hibernate;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.UnquotedName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Gives the raw names that PostgreSQL makes of the names Hibernate writes: unquoted ones folded to lower case, all of
 * them cut to 63 bytes.
 */
final class PostgresNames {

    /** PostgreSQL cuts longer names; {@code NAMEDATALEN - 1}. */
    private static final int MAXIMUM_BYTES = 63;

    private final Dialect dialect;
    private final String defaultSchema;

    PostgresNames(Database database) {
        dialect = database.getDialect();
        defaultSchema = defaultSchema(database).map(this::raw).orElse(QualifiedName.DEFAULT_SCHEMA);
    }

    /** As Hibernate's exporters do: the setting before what the mapping files say. */
    private static Optional<Identifier> defaultSchema(Database database) {
        Object setting = database.getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSettings()
                .get(MappingSettings.DEFAULT_SCHEMA);
        return setting != null && !setting.toString().isBlank()
                ? Optional.ofNullable(database.toIdentifier(setting.toString()))
                : Optional.ofNullable(
                        database.getPhysicalImplicitNamespaceName().schema());
    }

    String raw(Identifier identifier) {
        return raw(identifier.render(dialect));
    }

    String raw(Column column) {
        return raw(column.getQuotedName(dialect));
    }

    /** Returns the raw name behind a name as it is written in SQL. */
    static String raw(String written) {
        boolean quoted = written.length() > 2 && written.startsWith("\"") && written.endsWith("\"");
        return cut(
                quoted ? written.substring(1, written.length() - 1).replace("\"\"", "\"") : UnquotedName.fold(written));
    }

    QualifiedName qualified(Table table) {
        return qualified(table.getSchemaIdentifier(), table.getNameIdentifier());
    }

    QualifiedName qualified(@Nullable Identifier schema, Identifier name) {
        return new QualifiedName(schema == null ? defaultSchema : raw(schema), raw(name));
    }

    /** Returns a name of a stem, cut where needed, and an ending of ASCII characters. */
    static String fit(String stem, String ending) {
        return prefix(stem, MAXIMUM_BYTES - ending.length()) + ending;
    }

    private static String cut(String name) {
        return prefix(name, MAXIMUM_BYTES);
    }

    private static String prefix(String name, int bytes) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}

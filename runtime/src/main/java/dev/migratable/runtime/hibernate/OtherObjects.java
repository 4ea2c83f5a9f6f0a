package dev.migratable.runtime.hibernate;

import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;

/**
 * Finds what Hibernate would create beside tables and sequences: enum types, composite types, and what is not read. For
 * one read.
 */
final class OtherObjects {

    /** Statements that make something which is no part of a table; others could change one, and are errors. */
    private static final Pattern BESIDE_TABLES = Pattern.compile(
            "(?is)\\s*create\\s+(or\\s+replace\\s+)?(aggregate|cast|collation|domain|extension|function|materialized"
                    + "|operator|procedure|type|view)\\b.*");

    /** As Hibernate's dialect writes it; groups: name, values. */
    private static final Pattern ENUM_TYPE = Pattern.compile(
            "(?is)\\s*create\\s+type\\s+(?<name>[^\\s.]+)\\s+as\\s+enum\\s*\\((?<values>\\s*'[^']+'(?:\\s*,\\s*'[^']+')*\\s*)\\)\\s*");

    /** As Hibernate's dialect writes them behind it. */
    private static final Pattern CAST = Pattern.compile(
            "create cast \\((?:varchar as (?<to>\\S+)|(?<from>\\S+) as varchar)\\)" + " with inout as implicit");

    private static final Pattern VALUE = Pattern.compile("'([^']+)'");

    private final Metadata metadata;
    private final PostgresNames postgresNames;
    private final Unread unread;
    private final List<String> names = new ArrayList<>();
    private final Set<EnumType> enumTypes = new LinkedHashSet<>();
    private final List<CompositeType> compositeTypes = new ArrayList<>();

    OtherObjects(Metadata metadata, PostgresNames postgresNames, Unread unread) {
        this.metadata = metadata;
        this.postgresNames = postgresNames;
        this.unread = unread;
    }

    void of(Namespace namespace) {
        namespace.getTables().stream()
                .filter(table -> table.isView())
                .forEach(view -> names.add("view " + view.getName()));
        for (UserDefinedType type : namespace.getUserDefinedTypes()) {
            if (type instanceof UserDefinedObjectType object) {
                compositeTypes.add(compositeType(object));
            } else {
                names.add("type " + type.getName());
            }
        }
    }

    /** Comments are left out, as those of every type. */
    private CompositeType compositeType(UserDefinedObjectType type) {
        QualifiedName name = postgresNames.qualified(
                Identifier.toIdentifier(type.getSchema(), type.isSchemaQuoted()), type.getNameIdentifier());
        List<CompositeAttribute> attributes = new ArrayList<>();
        for (Column column : type.getColumns()) {
            try {
                ColumnText text = ColumnText.parse(column.getSqlType(metadata));
                attributes.add(new CompositeAttribute(postgresNames.raw(column), text.type(), text.collation()));
            } catch (IllegalArgumentException e) {
                unread.add(name, column, String.valueOf(e.getMessage()));
            }
        }
        return new CompositeType(name, attributes);
    }

    void auxiliary() {
        Dialect dialect = metadata.getDatabase().getDialect();
        for (AuxiliaryDatabaseObject object : metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
            if (object.appliesToDialect(dialect)) {
                for (String statement : object.sqlCreateStrings(new PlainNames(metadata.getDatabase()))) {
                    statement(statement);
                }
            }
        }
    }

    private void statement(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        Matcher type = ENUM_TYPE.matcher(statement);
        if (type.matches()) {
            List<String> values = VALUE.matcher(type.group("values"))
                    .results()
                    .map(v -> v.group(1))
                    .toList();
            // without a schema, whatever the default schema of tables is
            enumTypes.add(new EnumType(QualifiedName.inPublic(PostgresNames.raw(type.group("name"))), values));
        } else if (BESIDE_TABLES.matcher(statement).matches()) {
            if (!isCastOfEnum(line)) {
                names.add("'" + line + "'");
            }
        } else {
            unread.add("the auxiliary object '" + line + "' may change a table and is not read");
        }
    }

    /** Hibernate makes two beside each of its types, and works without them. */
    private boolean isCastOfEnum(String line) {
        Matcher cast = CAST.matcher(line);
        return cast.matches()
                && Stream.of("to", "from")
                        .flatMap(group -> Stream.ofNullable(cast.group(group)))
                        .map(name -> QualifiedName.inPublic(PostgresNames.raw(name)))
                        .allMatch(name ->
                                enumTypes.stream().anyMatch(t -> t.name().equals(name)));
    }

    List<EnumType> enumTypes() {
        return List.copyOf(enumTypes);
    }

    List<CompositeType> compositeTypes() {
        return compositeTypes;
    }

    /** Those that a log should name. */
    List<String> names() {
        return names;
    }
}

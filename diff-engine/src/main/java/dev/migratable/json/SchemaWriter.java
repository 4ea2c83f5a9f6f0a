package dev.migratable.json;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.TableSettings;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Turns the records of a schema into a JSON tree; what is absent, false or empty is left out. A table that several schemas
 * share is written once, and so is the spelling of a type.
 */
final class SchemaWriter {

    private final Map<Table, WrittenBlock> tables = new IdentityHashMap<>();
    private final Map<SqlType, Object> types = new HashMap<>();

    /**
     * Adds the members {@code tables}, {@code sequences}, {@code enumTypes} and {@code compositeTypes} of a model's own schema.
     */
    void write(Map<String, Object> to, Schema schema) {
        list(to, "tables", schema.tables(), this::knownTable);
        list(to, "sequences", schema.sequences(), this::sequence);
        types(to, schema);
    }

    /** Adds the same members of what a model contributes to others. */
    void writeContributions(Map<String, Object> to, Schema schema) {
        list(to, "tables", schema.tables(), this::table);
        list(to, "sequences", schema.sequences(), this::sequence);
        types(to, schema);
    }

    private void types(Map<String, Object> to, Schema schema) {
        list(to, "enumTypes", schema.enumTypes(), SchemaWriter::enumType);
        list(to, "compositeTypes", schema.compositeTypes(), this::compositeType);
    }

    private WrittenBlock knownTable(Table table) {
        WrittenBlock known = tables.get(table);
        if (known == null) {
            known = new TreeWriter(ModelJson::inline).block(table(table), ModelJson.TABLE_DEPTH);
            tables.put(table, known);
        }
        return known;
    }

    private Object type(SqlType type) {
        Object known = types.get(type);
        if (known == null) {
            known = Names.write(type);
            types.put(type, known);
        }
        return known;
    }

    private Map<String, Object> table(Table table) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("table", Names.write(table.name()));
        Names.optional(result, "comment", table.comment());
        options(result, table.options());
        list(result, "columns", table.columns(), this::column);
        table.primaryKey().ifPresent(key -> result.put("primaryKey", primaryKey(key)));
        list(result, "uniqueConstraints", table.uniqueConstraints(), SchemaWriter::unique);
        list(result, "foreignKeys", table.foreignKeys(), SchemaWriter::foreignKey);
        list(result, "checkConstraints", table.checkConstraints(), SchemaWriter::check);
        list(result, "exclusionConstraints", table.exclusionConstraints(), SchemaWriter::exclusion);
        list(result, "indexes", table.indexes(), SchemaWriter::index);
        table.settings().ifPresent(settings -> result.put("settings", settings(settings)));
        return result;
    }

    /** Stands there, if empty, too: it tells that the source knows of settings. */
    private static Map<String, Object> settings(TableSettings settings) {
        Map<String, Object> result = new LinkedHashMap<>();
        map(result, "parameters", settings.parameters());
        map(result, "keys", settings.keyParameters());
        map(result, "indexComments", settings.indexComments());
        map(result, "constraintComments", settings.constraintComments());
        return result;
    }

    private static void map(Map<String, Object> to, String member, Map<String, ?> values) {
        if (!values.isEmpty()) {
            to.put(member, values);
        }
    }

    private static void options(Map<String, Object> to, TableOptions options) {
        Names.flag(to, "unlogged", options.unlogged());
        Names.optional(to, "partitionBy", options.partitionBy());
        options.partitionOf().ifPresent(parent -> to.put("partitionOf", Names.write(parent)));
        Names.optional(to, "partitionBound", options.partitionBound());
    }

    private Map<String, Object> column(Column column) {
        Map<String, Object> result = named(column.name());
        result.put("type", type(column.type()));
        Names.flag(result, "notNull", !column.nullable());
        Names.optional(result, "default", column.defaultValue());
        column.identity().ifPresent(identity -> result.put("identity", identity(identity, column.type())));
        column.generated().ifPresent(generated -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("expression", generated.expression());
            Names.flag(object, "stored", generated.stored());
            result.put("generated", object);
        });
        Names.optional(result, "collation", column.collation());
        Names.optional(result, "comment", column.comment());
        Names.optional(result, "storage", column.settings().storage());
        Names.optional(result, "compression", column.settings().compression());
        column.settings().statisticsTarget().ifPresent(target -> result.put("statisticsTarget", (long) target));
        map(result, "options", column.settings().options());
        column.settings()
                .notNull()
                .ifPresent(n -> result.put(n.validated() ? "notNullName" : "notNullNotValid", n.name()));
        return result;
    }

    private static Map<String, Object> identity(Identity identity, SqlType type) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("generated", identity.always() ? "always" : "by default");
        Names.write(result, type, identity.options());
        return result;
    }

    private static Map<String, Object> primaryKey(PrimaryKey key) {
        Map<String, Object> result = named(key.name());
        result.put("columns", key.columns());
        Names.list(result, "include", key.include());
        Names.deferrable(result, key.deferrability());
        return result;
    }

    private static Map<String, Object> unique(UniqueConstraint unique) {
        Map<String, Object> result = named(unique.name());
        result.put("columns", unique.columns());
        Names.list(result, "include", unique.include());
        Names.flag(result, "nullsNotDistinct", unique.nullsNotDistinct());
        Names.deferrable(result, unique.deferrability());
        return result;
    }

    private static Map<String, Object> foreignKey(ForeignKey key) {
        Map<String, Object> result = named(key.name());
        result.put("columns", key.columns());
        result.put("references", Names.write(key.referencedTable()));
        result.put("referencedColumns", key.referencedColumns());
        Names.action(result, "onDelete", key.onDelete());
        Names.action(result, "onUpdate", key.onUpdate());
        Names.flag(result, "matchFull", key.matchFull());
        Names.deferrable(result, key.deferrability());
        Names.flag(result, "notValid", !key.validated());
        return result;
    }

    private static Map<String, Object> check(CheckConstraint check) {
        Map<String, Object> result = named(check.name());
        result.put("expression", check.expression());
        Names.flag(result, "notValid", !check.validated());
        return result;
    }

    private static Map<String, Object> exclusion(ExclusionConstraint exclusion) {
        Map<String, Object> result = named(exclusion.name());
        result.put("definition", exclusion.definition());
        return result;
    }

    private static Map<String, Object> index(Index index) {
        Map<String, Object> result = named(index.name());
        Names.flag(result, "unique", index.unique());
        if (!index.method().equals(Index.DEFAULT_METHOD)) {
            result.put("method", index.method());
        }
        list(result, "keys", index.keys(), SchemaWriter::key);
        Names.list(result, "include", index.include());
        Names.optional(result, "where", index.predicate());
        Names.flag(result, "nullsNotDistinct", index.nullsNotDistinct());
        Names.flag(result, "invalid", !index.valid());
        map(result, "parameters", index.parameters());
        return result;
    }

    private static Object key(IndexKey key) {
        if (key.equals(IndexKey.column(key.text()))) {
            return key.text();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(key.expression() ? "expression" : "column", key.text());
        Names.flag(result, "descending", key.descending());
        Names.flag(result, "nullsFirst", key.nullsFirst());
        Names.optional(result, "operatorClass", key.operatorClass());
        Names.optional(result, "collation", key.collation());
        return result;
    }

    private Map<String, Object> sequence(Sequence sequence) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("sequence", Names.write(sequence.name()));
        result.put("type", type(sequence.type()));
        Names.write(result, sequence.type(), sequence.options());
        sequence.ownedBy().ifPresent(owner -> result.put("ownedBy", owner(owner)));
        Names.optional(result, "comment", sequence.comment());
        Names.optional(result, "persistence", sequence.unlogged().map(unlogged -> unlogged ? "unlogged" : "logged"));
        return result;
    }

    private static Map<String, Object> enumType(EnumType type) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("type", Names.write(type.name()));
        Names.list(result, "labels", type.labels());
        return result;
    }

    private Map<String, Object> compositeType(CompositeType type) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("type", Names.write(type.name()));
        list(result, "attributes", type.attributes(), this::attribute);
        return result;
    }

    private Map<String, Object> attribute(CompositeAttribute attribute) {
        Map<String, Object> result = named(attribute.name());
        result.put("type", type(attribute.type()));
        Names.optional(result, "collation", attribute.collation());
        return result;
    }

    private static Map<String, Object> owner(ColumnName owner) {
        Map<String, Object> result = new LinkedHashMap<>();
        QualifiedName table = owner.table();
        result.put("table", Names.write(table));
        result.put("column", owner.column());
        return result;
    }

    private static Map<String, Object> named(String name) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", name);
        return result;
    }

    private static <T> void list(Map<String, Object> to, String member, List<T> items, Function<T, Object> writer) {
        if (!items.isEmpty()) {
            List<Object> trees = new ArrayList<>(items.size());
            for (T item : items) {
                trees.add(writer.apply(item));
            }
            to.put(member, trees);
        }
    }
}

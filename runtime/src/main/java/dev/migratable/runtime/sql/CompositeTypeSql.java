package dev.migratable.runtime.sql;

import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the statement that creates a composite type, and the tests for its effect. */
public final class CompositeTypeSql {
    private CompositeTypeSql() {}

    /** Creates a type unless one is there by that name. */
    public static String create(CompositeType type) {
        return Sql.blockIf(
                TypeSql.regtype(type.name()) + " IS NULL",
                "CREATE TYPE " + Sql.name(type.name()) + " AS ("
                        + type.attributes().stream()
                                .map(CompositeTypeSql::definition)
                                .collect(Collectors.joining(", ")) + ")");
    }

    private static String definition(CompositeAttribute attribute) {
        return Sql.identifier(attribute.name()) + " " + attribute.type().sql()
                + attribute.collation().map(c -> " COLLATE " + c).orElse("");
    }

    /** Tests for a type of that name that has just those attributes, in their order. */
    public static String isThere(CompositeType type) {
        List<String> tests = new ArrayList<>();
        tests.add(isThere(type.name()));
        tests.add("ARRAY(SELECT attname::text FROM pg_catalog.pg_attribute WHERE attrelid = "
                + Sql.regclass(type.name()) + " AND attnum > 0 AND NOT attisdropped ORDER BY attnum) = "
                + Sql.literals(
                        type.attributes().stream().map(CompositeAttribute::name).toList()));
        type.attributes()
                .forEach(attribute -> tests.add(CatalogTest.type(type.name(), attribute.name(), attribute.type())));
        return CatalogTest.all(tests);
    }

    /** Tests for a composite type of that name, which is no table's. */
    public static String isThere(QualifiedName type) {
        return "EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = " + Sql.regclass(type) + " AND relkind = 'c')";
    }
}

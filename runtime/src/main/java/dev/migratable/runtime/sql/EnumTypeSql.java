package dev.migratable.runtime.sql;

import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the statements that create enum types and add values to them, and the tests for their effects. */
public final class EnumTypeSql {
    private EnumTypeSql() {}

    /** Creates a type unless one is there by that name. */
    public static String create(EnumType type) {
        return Sql.blockIf(
                TypeSql.regtype(type.name()) + " IS NULL",
                "CREATE TYPE " + Sql.name(type.name()) + " AS ENUM ("
                        + type.labels().stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")");
    }

    /** Adds a value at its place unless the type has it. */
    public static String addValue(QualifiedName type, String label, Optional<String> before) {
        return "ALTER TYPE " + Sql.name(type) + " ADD VALUE IF NOT EXISTS " + Sql.literal(label)
                + before.map(next -> " BEFORE " + Sql.literal(next)).orElse("");
    }

    /** Tests for a type of that name that has just those values, in their order. */
    public static String isThere(EnumType type) {
        return isThere(type.name()) + " AND ARRAY(SELECT enumlabel::text FROM pg_catalog.pg_enum WHERE enumtypid = "
                + TypeSql.regtype(type.name()) + " ORDER BY enumsortorder) = " + Sql.literals(type.labels());
    }

    /** Tests for a value of a type at its place. */
    public static String hasValue(QualifiedName type, String label, Optional<String> before) {
        String value = "EXISTS (SELECT FROM pg_catalog.pg_enum AS v WHERE v.enumtypid = " + TypeSql.regtype(type)
                + " AND v.enumlabel = " + Sql.literal(label);
        return value
                + before.map(next -> " AND v.enumsortorder < (SELECT n.enumsortorder FROM pg_catalog.pg_enum AS n"
                                + " WHERE n.enumtypid = v.enumtypid AND n.enumlabel = " + Sql.literal(next) + ")")
                        .orElse("")
                + ")";
    }

    /** Tests for an enum type of that name. */
    public static String isThere(QualifiedName type) {
        return "EXISTS (SELECT FROM pg_catalog.pg_type WHERE oid = " + TypeSql.regtype(type) + " AND typtype = 'e')";
    }
}

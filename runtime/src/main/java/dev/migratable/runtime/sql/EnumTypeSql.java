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
                regtype(type.name()) + " IS NULL",
                "CREATE TYPE " + Sql.name(type.name()) + " AS ENUM ("
                        + type.labels().stream().map(Sql::literal).collect(Collectors.joining(", ")) + ")");
    }

    /** Adds a value at its place unless the type has it. */
    public static String addValue(QualifiedName type, String label, Optional<String> before) {
        return "ALTER TYPE " + Sql.name(type) + " ADD VALUE IF NOT EXISTS " + Sql.literal(label)
                + before.map(next -> " BEFORE " + Sql.literal(next)).orElse("");
    }

    /** Drops a type if it is there and nothing has or names it. */
    public static String dropUnused(QualifiedName type) {
        return Sql.blockIf(
                "EXISTS (SELECT FROM pg_catalog.pg_type AS t WHERE t.oid = " + regtype(type)
                        + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d"
                        + " WHERE d.refclassid = 'pg_catalog.pg_type'::regclass"
                        + " AND d.refobjid IN (t.oid, t.typarray) AND d.deptype <> 'i'))",
                "DROP TYPE " + Sql.name(type));
    }

    /** Moves a type into another schema under another name, unless that is done. */
    public static String move(QualifiedName from, QualifiedName to) {
        return Sql.blockIf(
                regtype(to) + " IS NULL",
                "ALTER TYPE " + Sql.name(from) + " RENAME TO " + Sql.identifier(to.name()),
                "ALTER TYPE " + Sql.name(from.withName(to.name())) + " SET SCHEMA " + Sql.identifier(to.schema()));
    }

    /** Tests for a type of that name that has just those values, in their order. */
    public static String isThere(EnumType type) {
        return isThere(type.name()) + " AND ARRAY(SELECT enumlabel::text FROM pg_catalog.pg_enum WHERE enumtypid = "
                + regtype(type.name()) + " ORDER BY enumsortorder) = " + Sql.literals(type.labels());
    }

    /** Tests for a value of a type at its place. */
    public static String hasValue(QualifiedName type, String label, Optional<String> before) {
        String value = "EXISTS (SELECT FROM pg_catalog.pg_enum AS v WHERE v.enumtypid = " + regtype(type)
                + " AND v.enumlabel = " + Sql.literal(label);
        return value
                + before.map(next -> " AND v.enumsortorder < (SELECT n.enumsortorder FROM pg_catalog.pg_enum AS n"
                                + " WHERE n.enumtypid = v.enumtypid AND n.enumlabel = " + Sql.literal(next) + ")")
                        .orElse("")
                + ")";
    }

    /** Tests for an enum type of that name. */
    public static String isThere(QualifiedName type) {
        return "EXISTS (SELECT FROM pg_catalog.pg_type WHERE oid = " + regtype(type) + " AND typtype = 'e')";
    }

    private static String regtype(QualifiedName type) {
        return "to_regtype(" + Sql.literal(Sql.name(type)) + ")";
    }
}

package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;

/** Writes the statements that drop and move types of any kind. */
public final class TypeSql {
    private TypeSql() {}

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

    static String regtype(QualifiedName type) {
        return "to_regtype(" + Sql.literal(Sql.name(type)) + ")";
    }
}

package dev.migratable.runtime.sql;

import dev.migratable.schema.Column;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes boolean SQL expressions over {@code pg_catalog} that say whether something is there. */
public final class CatalogTest {
    /** Always true: for steps that leave no trace in the catalog. */
    public static final String TRUE = "true";

    /** Types that columns have and every search path finds. */
    private static final Set<String> PG_CATALOG = Set.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "double precision",
            "money",
            "boolean",
            "character varying",
            "character",
            "text",
            "bytea",
            "uuid",
            "json",
            "jsonb",
            "xml",
            "date",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "bit",
            "bit varying",
            "inet",
            "cidr",
            "macaddr",
            "oid",
            "tsvector");

    private CatalogTest() {}

    /** Returns the conjunction. */
    public static String all(List<String> tests) {
        List<String> parts =
                tests.stream().filter(t -> !t.equals(TRUE)).distinct().toList();
        return parts.isEmpty() ? TRUE : String.join("\n    AND ", parts);
    }

    /** Returns the disjunction, in parentheses. */
    public static String any(String... tests) {
        return "(" + String.join(" OR ", tests) + ")";
    }

    /** Tests for an ordinary or partitioned table. */
    public static String table(QualifiedName table) {
        return relation(table, "r", "p");
    }

    /** Tests for a view. */
    public static String view(QualifiedName view) {
        return relation(view, "v");
    }

    /** Tests for a sequence. */
    public static String sequence(QualifiedName sequence) {
        return relation(sequence, "S");
    }

    private static String relation(QualifiedName name, String... kinds) {
        return exists("pg_class WHERE oid = " + Sql.regclass(name) + " AND relkind IN ("
                + Stream.of(kinds).map(Sql::literal).collect(Collectors.joining(", ")) + ")");
    }

    /** Tests for a sequence of that type and those attributes. */
    public static String sequence(Sequence sequence) {
        return exists("pg_sequence WHERE seqrelid = " + Sql.regclass(sequence.name())
                + " AND format_type(seqtypid, NULL) = "
                + Sql.literal(sequence.type().sql())
                + " AND (seqincrement, seqmin, seqmax) = ("
                + sequence.options().increment() + ", "
                + sequence.options().minimum() + ", "
                + sequence.options().maximum() + ")");
    }

    /** Tests for a column. */
    public static String column(QualifiedName table, String column) {
        return attribute(table, column, "");
    }

    /** Tests for a column of that type, nullability, and default or none. */
    public static String column(QualifiedName table, Column column) {
        boolean hasDefault =
                column.defaultValue().isPresent() || column.generated().isPresent();
        return attribute(
                table,
                column.name(),
                " AND " + type(column.type()) + " AND attnotnull = " + !column.nullable() + " AND atthasdef = "
                        + hasDefault + " AND (attidentity <> '') = "
                        + column.identity().isPresent());
    }

    /** Tests for a column of that type. */
    public static String type(QualifiedName table, String column, SqlType type) {
        return attribute(table, column, " AND " + type(type));
    }

    /** Tests for a column that is NOT NULL. */
    public static String notNull(QualifiedName table, String column) {
        return attribute(table, column, " AND attnotnull");
    }

    /** Tests for a column that has a default. */
    public static String hasDefault(QualifiedName table, String column) {
        return attribute(table, column, " AND atthasdef");
    }

    /** Tests for an identity column. */
    public static String identity(QualifiedName table, String column) {
        return attribute(table, column, " AND attidentity <> ''");
    }

    /** Tests for an identity column that takes values given to it, or none. */
    public static String identity(QualifiedName table, String column, boolean always) {
        return attribute(table, column, " AND attidentity = " + (always ? "'a'" : "'d'"));
    }

    private static String attribute(QualifiedName table, String column, String more) {
        return exists("pg_attribute WHERE attrelid = " + Sql.regclass(table) + " AND attname = " + Sql.literal(column)
                + " AND NOT attisdropped" + more);
    }

    private static String type(SqlType type) {
        String full = type.sql();
        int dot = type.name().indexOf('.');
        if (mayLackSchema(type)) {
            // A model may leave the schema to the search path; here, where that is pinned, the server prints it.
            return "regexp_replace(format_type(atttypid, atttypmod), '^(\"[^\"]+\"|[a-z0-9_$]+)[.]', '') = "
                    + Sql.literal(full);
        }
        // format_type leaves out a schema that is in the search path
        String names = dot < 0 ? Sql.literal(full) : Sql.literal(full) + ", " + Sql.literal(full.substring(dot + 1));
        return "format_type(atttypid, atttypmod) IN (" + names + ")";
    }

    /** Returns whether a type may be one of an extension or of the user's own, named without its schema. */
    public static boolean mayLackSchema(SqlType type) {
        return type.name().indexOf('.') < 0
                && !PG_CATALOG.contains(type.name())
                && !type.name().startsWith("interval");
    }

    /** Tests for a constraint of that name. */
    public static String constraint(QualifiedName table, String name) {
        return constraint(table, name, "");
    }

    /** Tests for a constraint of that name that is validated. */
    public static String validConstraint(QualifiedName table, String name) {
        return constraint(table, name, " AND convalidated");
    }

    /** Tests for a unique or primary key constraint of that name on those columns. */
    public static String uniqueConstraint(QualifiedName table, String name, List<String> columns) {
        return constraint(table, name, " AND contype IN ('p', 'u') AND " + columns("conrelid", "conkey", columns));
    }

    /** Tests for a primary key of that name that is just so. */
    public static String primaryKey(QualifiedName table, PrimaryKey key) {
        List<String> columns =
                Stream.concat(key.columns().stream(), key.include().stream()).toList();
        return constraint(
                table,
                key.name(),
                " AND contype = 'p' AND condeferrable = " + (key.deferrability() != Deferrability.NOT_DEFERRABLE)
                        + " AND condeferred = " + (key.deferrability() == Deferrability.INITIALLY_DEFERRED)
                        + " AND cardinality(conkey) = " + key.columns().size()
                        + " AND ARRAY(SELECT attname::text FROM pg_catalog.pg_index, unnest(indkey) WITH ORDINALITY AS k (n, i)"
                        + " JOIN pg_catalog.pg_attribute ON attrelid = conrelid AND attnum = n"
                        + " WHERE indexrelid = conindid AND attrelid = indrelid ORDER BY i) = "
                        + Sql.literals(columns));
    }

    /** Tests for a foreign key of that name between those columns, validated or not. */
    public static String foreignKey(QualifiedName table, String name, ForeignKey key, boolean validated) {
        return constraint(
                table,
                name,
                " AND contype = 'f' AND confrelid = " + Sql.regclass(key.referencedTable()) + " AND "
                        + columns("conrelid", "conkey", key.columns()) + " AND "
                        + columns("confrelid", "confkey", key.referencedColumns())
                        + (validated ? " AND convalidated" : ""));
    }

    /** Tests for a constraint of that name that has that comment. */
    public static String commentedConstraint(QualifiedName table, String name, String comment) {
        return constraint(table, name, " AND obj_description(oid, 'pg_constraint') = " + Sql.literal(comment));
    }

    private static String constraint(QualifiedName table, String name, String more) {
        return exists(
                "pg_constraint WHERE conrelid = " + Sql.regclass(table) + " AND conname = " + Sql.literal(name) + more);
    }

    private static String columns(String relation, String numbers, List<String> columns) {
        return "ARRAY(SELECT attname::text FROM unnest(" + numbers
                + ") WITH ORDINALITY AS k (n, i) JOIN pg_catalog.pg_attribute ON attrelid = " + relation
                + " AND attnum = n ORDER BY i) = " + Sql.literals(columns);
    }

    /** Tests for a valid index of that name on that table. */
    public static String validIndex(QualifiedName table, String index, boolean unique) {
        return exists("pg_index WHERE indexrelid = " + Sql.regclass(table.withName(index)) + " AND indrelid = "
                + Sql.regclass(table) + " AND indisvalid AND indisunique = " + unique);
    }

    /** Tests for what a failed concurrent build left behind. */
    public static String invalidIndex(QualifiedName index) {
        return exists("pg_index WHERE indexrelid = " + Sql.regclass(index) + " AND NOT indisvalid");
    }

    /** Tests for a trigger of that name. */
    public static String trigger(QualifiedName table, String trigger) {
        return exists("pg_trigger WHERE tgrelid = " + Sql.regclass(table) + " AND tgname = " + Sql.literal(trigger));
    }

    /** Tests for an entry of pg_class of any kind. */
    public static String anyRelation(QualifiedName name) {
        return "(" + Sql.regclass(name) + " IS NOT NULL)";
    }

    /** Returns the negation. */
    public static String not(String test) {
        return "NOT " + test;
    }

    private static String exists(String from) {
        return "EXISTS (SELECT FROM pg_catalog." + from + ")";
    }
}

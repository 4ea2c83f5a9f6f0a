package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;
import java.util.Map;

/** Writes the statements that make tables partitions and take them out again; each can be run again. */
public final class PartitionSql {
    /** A partition has each check that its parent hands down; that they are its own is not to be seen. */
    private static final String ATTACH = """

            DECLARE
                missing record;
            BEGIN
                IF NOT {isPartition} THEN
                    FOR missing IN
                        SELECT c.conname, pg_get_constraintdef(c.oid) AS definition FROM pg_catalog.pg_constraint AS c
                        WHERE c.conrelid = {parentClass} AND c.contype = 'c' AND NOT c.connoinherit
                          AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS k
                              WHERE k.conrelid = {partitionClass} AND k.conname = c.conname)
                        ORDER BY c.conname
                    LOOP
                        EXECUTE 'ALTER TABLE ' || {partitionName} || ' ADD CONSTRAINT ' || quote_ident(missing.conname)
                            || ' ' || missing.definition;
                    END LOOP;
                    ALTER TABLE {parent} ATTACH PARTITION {partition} {bound};
                END IF;
            END
            """;

    private PartitionSql() {}

    /** Tests for a partition of that table. */
    public static String isPartition(QualifiedName parent, QualifiedName partition) {
        return "EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE inhparent = " + Sql.regclass(parent)
                + " AND inhrelid = " + Sql.regclass(partition) + ")";
    }

    /**
     * Makes a table a partition, unless it is one; reads and writes of the parent go on.
     *
     * @param bound as the server prints it: {@code FOR VALUES FROM (1) TO (10)}
     */
    public static String attach(QualifiedName parent, QualifiedName partition, String bound) {
        return "DO "
                + Sql.dollarQuote(
                        SqlTemplate.fill(
                                ATTACH,
                                Map.of(
                                        "isPartition", isPartition(parent, partition),
                                        "parentClass", Sql.regclass(parent),
                                        "partitionClass", Sql.regclass(partition),
                                        "parent", Sql.name(parent),
                                        "partition", Sql.name(partition),
                                        "partitionName", Sql.literal(Sql.name(partition)),
                                        "bound", bound)),
                        "migratable");
    }

    /** Makes a partition a table of its own with its rows, if both are there. */
    public static String detach(QualifiedName parent, QualifiedName partition) {
        return Sql.blockIf(
                isPartition(parent, partition),
                "ALTER TABLE " + Sql.name(parent) + " DETACH PARTITION " + Sql.name(partition));
    }
}

package dev.migratable.runtime.sql;

/** Holds the questions from whose answers the cost of a step is estimated. */
public final class EstimateSql {

    /** Reads the bytes of a table's rows, its partitions included; NULL where it is not there. Its quoted name, twice. */
    public static final String BYTES = """
            SELECT sum(pg_relation_size(oid))::bigint FROM pg_class
            WHERE oid IN (SELECT to_regclass(?) UNION SELECT relid FROM pg_partition_tree(to_regclass(?)))""";

    /** Reads the average width of some columns together. Parameters: schema, table, raw column names. */
    public static final String WIDTH = """
            SELECT coalesce(sum(avg_width), 0) FROM pg_stats
            WHERE schemaname = ? AND tablename = ? AND NOT inherited AND attname::text = ANY (?)""";

    private EstimateSql() {}
}

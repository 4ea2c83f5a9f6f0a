package dev.migratable.runtime.sql;

import java.util.regex.Pattern;

/** Recognises statements that this package writes, where a plan's own text has to tell what a step did. */
public final class WrittenSql {

    private static final String NAME = "(?:[^\\s\".;]+|\"(?:[^\"]|\"\")+\")";

    /**
     * A renaming, as {@link ColumnSql#rename} and {@code TableSql.move} write it; it may stand within a block. Groups: {@code
     * kind}, {@code schema}, {@code relation}, {@code from} (of a column only), {@code to}; names as they are written.
     */
    public static final Pattern RENAME = Pattern.compile("ALTER (?<kind>TABLE|SEQUENCE) (?<schema>" + NAME
            + ")\\.(?<relation>" + NAME + ") RENAME (?:COLUMN (?<from>" + NAME + ") )?TO (?<to>" + NAME + ");");

    /** The drop of a table, as {@code TableSql.drop} writes it. Groups: {@code schema}, {@code table}. */
    public static final Pattern DROP_TABLE =
            Pattern.compile("DROP TABLE IF EXISTS (?<schema>" + NAME + ")\\.(?<table>" + NAME + ")");

    /** The drop of a column, as {@link ColumnSql#drop} writes it. Groups: {@code schema}, {@code table}, {@code column}. */
    public static final Pattern DROP_COLUMN = Pattern.compile("ALTER TABLE (?<schema>" + NAME + ")\\.(?<table>" + NAME
            + ") DROP COLUMN IF EXISTS (?<column>" + NAME + ")");

    private WrittenSql() {}
}

package dev.migratable.runtime.sql;

import java.util.regex.Pattern;

/** Recognises statements that this package wrote, which a plan keeps as texts. */
public final class WrittenSql {

    private static final String NAME = "(?:[^\\s\".;]+|\"(?:[^\"]|\"\")+\")";

    /** As {@link TableSql#drop} writes it; groups: schema, table. */
    public static final Pattern DROP_TABLE =
            Pattern.compile("DROP TABLE IF EXISTS (?<schema>" + NAME + ")\\.(?<table>" + NAME + ")");

    /** As {@link ColumnSql#drop} writes it; groups: schema, table, column. */
    public static final Pattern DROP_COLUMN = Pattern.compile("ALTER TABLE (?<schema>" + NAME + ")\\.(?<table>" + NAME
            + ") DROP COLUMN IF EXISTS (?<column>" + NAME + ")");

    /**
     * As {@link ColumnSql#rename}, {@link TableSql#move} and {@link TypeSql#move} write it; groups: kind, schema,
     * relation, from, to.
     */
    public static final Pattern RENAME = Pattern.compile("ALTER (?<kind>TABLE|SEQUENCE|TYPE) (?<schema>" + NAME
            + ")\\.(?<relation>" + NAME + ") RENAME (?:COLUMN (?<from>" + NAME + ") )?TO (?<to>" + NAME + ");");

    /** As {@link CarryOverSql#dropView} writes it; groups: schema, view. */
    public static final Pattern DROP_VIEW =
            Pattern.compile("DROP VIEW (?<schema>" + NAME + ")\\.(?<view>" + NAME + ");");

    private WrittenSql() {}

    /** Returns the raw name that an identifier stands for. */
    public static String raw(String identifier) {
        return identifier.startsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : identifier;
    }
}

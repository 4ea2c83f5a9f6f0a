package dev.migratable.schema;

/** What a foreign key does when the row it references goes or changes its key. */
public enum ReferentialAction {
    /** Error at the end of the statement, or at commit where deferred; the default. */
    NO_ACTION("NO ACTION"),
    /** Error at once. */
    RESTRICT("RESTRICT"),
    /** The referencing rows go, or follow, too. */
    CASCADE("CASCADE"),
    /** The referencing columns become NULL. */
    SET_NULL("SET NULL"),
    /** The referencing columns take their defaults. */
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** Returns the SQL words. */
    public String sql() {
        return sql;
    }
}

package dev.migratable.classify;

/** PostgreSQL's table lock modes, weakest first; manual, 13.3.1. */
public enum LockMode {
    /** No lock on an existing relation. */
    NONE("no lock", false, false),
    /** Taken by SELECT. */
    ACCESS_SHARE("ACCESS SHARE", false, false),
    /** Taken by SELECT FOR UPDATE and by foreign key checks. */
    ROW_SHARE("ROW SHARE", false, false),
    /** Taken by INSERT, UPDATE, DELETE. */
    ROW_EXCLUSIVE("ROW EXCLUSIVE", false, false),
    /** Blocks other DDL and VACUUM only. */
    SHARE_UPDATE_EXCLUSIVE("SHARE UPDATE EXCLUSIVE", false, false),
    /** Blocks writes. */
    SHARE("SHARE", false, true),
    /** Blocks writes. */
    SHARE_ROW_EXCLUSIVE("SHARE ROW EXCLUSIVE", false, true),
    /** Blocks writes and SELECT FOR UPDATE. */
    EXCLUSIVE("EXCLUSIVE", false, true),
    /** Blocks reads and writes. */
    ACCESS_EXCLUSIVE("ACCESS EXCLUSIVE", true, true);

    private final String sql;
    private final boolean blocksReads;
    private final boolean blocksWrites;

    LockMode(String sql, boolean blocksReads, boolean blocksWrites) {
        this.sql = sql;
        this.blocksReads = blocksReads;
        this.blocksWrites = blocksWrites;
    }

    /** Returns the words of the manual. */
    public String sql() {
        return sql;
    }

    /** Returns whether plain SELECTs wait. */
    public boolean blocksReads() {
        return blocksReads;
    }

    /** Returns whether INSERT, UPDATE and DELETE wait. */
    public boolean blocksWrites() {
        return blocksWrites;
    }
}

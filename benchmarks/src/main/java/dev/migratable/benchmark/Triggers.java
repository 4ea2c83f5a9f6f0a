package dev.migratable.benchmark;

import dev.migratable.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Switches between the triggers of dual write, triggers in their place that do nothing, and none. */
enum Triggers {
    DUAL_WRITE("tgname NOT LIKE 'nothing%'"),
    NOTHING("tgname LIKE 'nothing%'"),
    NONE("false");

    private static final String SWITCHES = """
            SELECT format('%%s TRIGGER %%I', CASE WHEN %s THEN 'ENABLE' ELSE 'DISABLE' END, tgname) FROM pg_trigger
            WHERE tgrelid = 'account'::regclass AND NOT tgisinternal ORDER BY tgname""";

    private static final List<String> EMPTY = List.of(
            "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER nothing_insert BEFORE INSERT ON account FOR EACH ROW EXECUTE FUNCTION nothing()",
            "CREATE TRIGGER nothing_update BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION nothing()");

    private final String enabled;

    Triggers(String enabled) {
        this.enabled = enabled;
    }

    /** Adds those that do nothing. */
    static void addEmpty(TestDatabase database) throws SQLException {
        database.execute(EMPTY.toArray(String[]::new));
    }

    /** Lets these fire, and no others. */
    void select(TestDatabase database) throws SQLException {
        database.execute("ALTER TABLE account "
                + database.query(SWITCHES.formatted(enabled)).stream()
                        .map(row -> row.get(0))
                        .collect(Collectors.joining(", ")));
    }
}

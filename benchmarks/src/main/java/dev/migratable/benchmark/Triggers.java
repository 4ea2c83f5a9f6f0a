package dev.migratable.benchmark;

import dev.migratable.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;

/** Takes the triggers of dual write away, so that what they cost shows. */
final class Triggers {

    private static final String NAMES = """
            SELECT quote_ident(tgname) FROM pg_trigger
            WHERE tgrelid = 'account'::regclass AND NOT tgisinternal ORDER BY tgname""";

    private static final List<String> EMPTY = List.of(
            "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "CREATE TRIGGER nothing_insert BEFORE INSERT ON account FOR EACH ROW EXECUTE FUNCTION nothing()",
            "CREATE TRIGGER nothing_update BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION nothing()");

    private Triggers() {}

    /** Drops them; what they would write has to be written by hand from then on. */
    static void drop(TestDatabase database) throws SQLException {
        for (List<String> trigger : database.query(NAMES)) {
            database.execute("DROP TRIGGER " + trigger.get(0) + " ON account");
        }
    }

    /** Puts triggers in their place that are called for each row and do nothing. */
    static void empty(TestDatabase database) throws SQLException {
        drop(database);
        database.execute(EMPTY.toArray(String[]::new));
    }
}

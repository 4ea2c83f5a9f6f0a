package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of writing two columns at once, each beside the naive trigger that falls into it. */
@PostgresTest
class DualWriteTrapsTest {

    private final TestDatabase database;

    @TempDir
    private Path changelog = Path.of("");

    DualWriteTrapsTest(TestDatabase database) {
        this.database = database;
    }

    /** Expands a case; its table {@code naive} has both columns already and the given body of a trigger. */
    private void expand(PlanCase planCase, String naiveBody, String... naiveTable) throws Exception {
        ChangelogWriter.write(changelog, planCase.creation());
        StockLiquibase.update(database, changelog);
        database.execute(planCase.rows().toArray(String[]::new));
        ChangelogWriter.write(changelog, planCase.result().plan().orElseThrow());
        StockLiquibase.update(database, changelog);
        database.execute(naiveTable);
        database.execute(
                "CREATE FUNCTION naive() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN " + naiveBody
                        + " RETURN NEW; END $$",
                "CREATE TRIGGER naive BEFORE INSERT OR UPDATE ON naive FOR EACH ROW EXECUTE FUNCTION naive()");
    }

    private void expandRename(String naiveBody) throws Exception {
        expand(
                PlanCase.named("rename")
                        .from(table("customer").nullable("email", "text"))
                        .to(table("customer").nullable("mail", "text"))
                        .renamed("customer", "email", "mail"),
                naiveBody,
                "CREATE TABLE naive (id bigint PRIMARY KEY, email text, mail text)");
    }

    /** Runs a statement on our table and on the naive one. */
    private void both(String sql) throws SQLException {
        database.execute(sql.replace("{t}", "customer"), sql.replace("{t}", "naive"));
    }

    private String ours(String query) throws SQLException {
        return one(query.replace("{t}", "customer"));
    }

    private String naive(String query) throws SQLException {
        return one(query.replace("{t}", "naive"));
    }

    private String one(String query) throws SQLException {
        return String.valueOf(database.query(query).get(0).get(0));
    }

    @Trap(1)
    @Test
    void aWrittenNullAndALaterUpdateOfEitherSideHold() throws Exception {
        expandRename("NEW.mail := coalesce(NEW.mail, NEW.email); NEW.email := coalesce(NEW.email, NEW.mail);");
        String rows = "SELECT string_agg(concat_ws(':', id, email, mail), ' ' ORDER BY id) FROM {t}";
        both("INSERT INTO {t} (id, email) VALUES (1, 'a'), (2, 'a'), (3, 'a')");
        both("UPDATE {t} SET mail = NULL WHERE id = 1");
        both("UPDATE {t} SET email = NULL WHERE id = 2");
        both("UPDATE {t} SET email = 'b' WHERE id = 3");
        assertEquals("1:a:a 2:a:a 3:b:a", naive(rows), "the naive trigger");
        assertEquals("1 2 3:b:b", ours(rows));
    }

    @Trap(2)
    @Test
    void whatAForeignKeysActionDidStays() throws Exception {
        expand(
                PlanCase.named("reference")
                        .from(
                                table("keeper"),
                                table("customer")
                                        .nullable("owner_id", "bigint")
                                        .foreignKey("fk_owner", "owner_id", "keeper", ReferentialAction.SET_NULL))
                        .to(
                                table("keeper"),
                                table("customer")
                                        .nullable("keeper_id", "bigint")
                                        .foreignKey("fk_keeper", "keeper_id", "keeper", ReferentialAction.SET_NULL))
                        .renamed("customer", "owner_id", "keeper_id")
                        .rows("INSERT INTO keeper VALUES (1)", "INSERT INTO customer VALUES (1, 1)"),
                "NEW.owner_id := coalesce(NEW.keeper_id, NEW.owner_id); NEW.keeper_id := NEW.owner_id;",
                "CREATE TABLE naive (id bigint, owner_id bigint REFERENCES keeper ON DELETE SET NULL, keeper_id bigint)",
                "INSERT INTO naive VALUES (1, 1, 1)");
        database.execute("DELETE FROM keeper");
        assertEquals("1", naive("SELECT count(*) FROM {t} WHERE owner_id = 1"), "refers to nothing");
        assertEquals("0", ours("SELECT count(*) FROM {t} WHERE owner_id IS NOT NULL OR keeper_id IS NOT NULL"));
    }

    @Trap(6)
    @Test
    void anInsertThatDoesNothingDoesNothing() throws Exception {
        expandRename("INSERT INTO copied VALUES (NEW.id);");
        database.execute("CREATE TABLE copied (id bigint)");
        both("INSERT INTO {t} (id, email) VALUES (1, 'a')");
        String before = one("SELECT pg_catalog.array_agg(c ORDER BY c) FROM customer AS c");
        both("INSERT INTO {t} (id, email) VALUES (1, 'b') ON CONFLICT DO NOTHING");
        assertEquals("2", one("SELECT count(*) FROM copied"), "the naive trigger, for one row");
        assertEquals(before, one("SELECT pg_catalog.array_agg(c ORDER BY c) FROM customer AS c"));
        String body = one("SELECT prosrc FROM pg_proc WHERE oid = 'migratable.customer_0002'::regproc");
        for (String statement : List.of("INSERT INTO", "UPDATE ", "DELETE ", "PERFORM ", "EXECUTE ", "nextval")) {
            assertFalse(body.contains(statement), body);
        }
    }

    @Trap(7)
    @Test
    void whatTheServerComputesIsNotReadByATriggerNorLeftBehind() throws Exception {
        PlanCase filled = PlanCase.named("fill")
                .from(table("customer").nullable("email", "text"))
                .to(table("customer").nullable("mail", "text"))
                .renamed("customer", "email", "mail");
        ChangelogWriter.write(changelog, filled.creation());
        StockLiquibase.update(database, changelog);
        String generated = " text GENERATED ALWAYS AS (lower(email)) STORED";
        database.execute(
                "ALTER TABLE customer ADD COLUMN low" + generated,
                "CREATE TABLE naive (id bigint, email text, low" + generated + ", mail text)",
                "CREATE FUNCTION naive() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN NEW.mail := NEW.low; RETURN NEW; END'",
                "CREATE TRIGGER naive BEFORE INSERT ON naive FOR EACH ROW EXECUTE FUNCTION naive()",
                "INSERT INTO naive (id, email) VALUES (1, 'A')");
        assertEquals("1", naive("SELECT count(*) FROM {t} WHERE low = 'a' AND mail IS NULL"), "the naive trigger");
        SQLException drop =
                assertThrows(SQLException.class, () -> database.execute("ALTER TABLE naive DROP COLUMN email"));
        assertEquals("2BP01", drop.getSQLState(), "the naive contract");
        ChangelogWriter.write(changelog, filled.result().plan().orElseThrow());
        Exception ours = assertThrows(Exception.class, () -> StockLiquibase.update(database, changelog));
        assertTrue(ours.toString().contains("column low of table customer"), ours::toString);
        assertEquals("0", one("SELECT count(*) FROM pg_trigger WHERE tgname LIKE '~migratable%'"));
        Column low = Column.of("low", SqlType.parse("text"), true)
                .withGenerated(Optional.of(new Generated("lower(email)", true)));
        List<String> refusals = PlanCase.named("fill")
                .from(table("customer").nullable("email", "text").add(low))
                .to(table("customer").nullable("email", "text").add(low).required("mail", "text"))
                .backfilled("customer", "mail", "low")
                .result()
                .refusals()
                .stream()
                .map(refusal -> refusal.line())
                .toList();
        assertTrue(
                refusals.toString().contains("reads low, a generated column, which is NULL in the trigger"),
                refusals::toString);
    }

    @Trap(10)
    @Test
    void whatDoesNotComeBackTheSameIsNeverWrittenBack() throws Exception {
        expand(
                PlanCase.named("numbers")
                        .from(table("customer").nullable("code", "text").nullable("name", "text"))
                        .to(table("customer").nullable("number", "integer").nullable("name", "text"))
                        .renamed("customer", "code", "number")
                        .converted("customer", "number", "code::integer", "number::text"),
                "NEW.number := coalesce(NEW.number, NEW.code::integer); NEW.code := NEW.number::text;",
                "CREATE TABLE naive (id bigint, code text, number integer, name text)");
        both("INSERT INTO {t} (id, code) VALUES (1, '007')");
        both("UPDATE {t} SET name = 'x'");
        assertEquals("7", naive("SELECT code FROM {t}"), "the naive trigger");
        both("UPDATE {t} SET number = 7");
        assertEquals("007 7", ours("SELECT code || ' ' || number FROM {t}"));
    }

    /** What Hibernate sends of an entity that maps both: every column, with the values that it once read. */
    @Trap(16)
    @Test
    void anEntityThatMapsBothNamesIsRefused() throws Exception {
        expandRename("NEW.email := NEW.mail;");
        both("INSERT INTO {t} (id, email, mail) VALUES (1, 'a', 'a')");
        both("UPDATE {t} SET email = 'b', mail = 'a' WHERE id = 1");
        assertEquals("a", naive("SELECT email FROM {t}"), "the naive trigger takes the value read for one written");
        assertEquals("b b", ours("SELECT email || ' ' || mail FROM {t}"));
        both("UPDATE {t} SET email = 'b', mail = 'a' WHERE id = 1");
        assertEquals("a a", ours("SELECT email || ' ' || mail FROM {t}"), "no trigger knows what was read long ago");
        PlanCase both = PlanCase.named("both")
                .from(table("customer").nullable("email", "text"))
                .to(table("customer").nullable("email", "text").nullable("mail", "text"))
                .renamed("customer", "email", "mail");
        List<String> refusals =
                both.result().refusals().stream().map(refusal -> refusal.line()).toList();
        assertEquals(1, refusals.size(), refusals::toString);
        assertTrue(refusals.get(0).contains("an entity that maps both would write back"), refusals::toString);
    }
}

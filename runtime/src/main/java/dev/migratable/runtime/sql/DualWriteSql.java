package dev.migratable.runtime.sql;

import dev.migratable.runtime.sql.DualWrite.Fill;
import dev.migratable.runtime.sql.DualWrite.Twin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the function and triggers that keep columns in step while old and new application versions write.
 *
 * <p>The direction comes from the row, not from who writes: on UPDATE the side that changed is followed, the new one
 * where both did; on INSERT the new side was written where it is not its default. NULLs are values like any other. The
 * function only assigns to NEW, so it cannot recurse, and has no side effect where ON CONFLICT discards the row.
 */
public final class DualWriteSql {
    private static final String FUNCTION = """
            CREATE OR REPLACE FUNCTION {function}() RETURNS trigger
            LANGUAGE plpgsql{pin} AS {body}""";

    private static final String PINNED = " SET search_path = pg_catalog, pg_temp";

    private static final String BODY = """

            #variable_conflict use_column
            BEGIN
            {twins}{fills}    RETURN NEW;
            END
            """;

    private static final String TWINS = """
                IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' THEN
            {inserts}    ELSE
            {updates}    END IF;
            """;

    private static final String ON_INSERT = """
                    IF {newWritten} THEN
                        NEW.{from} := NEW.{to};
                    ELSE
                        NEW.{to} := NEW.{from};
                    END IF;
            """;

    /** A variable of the column's type needs no name of a type, which the pinned search path might not find. */
    private static final String WITH_INITIAL = """
                    DECLARE
                        migratable_initial {table}.{to}%TYPE := ({initial});
                    BEGIN
            {insert}        END;
            """;

    private static final String ON_UPDATE = """
                    IF {newChanged} THEN
                        NEW.{from} := NEW.{to};
                    ELSIF {oldChanged} THEN
                        NEW.{to} := NEW.{from};
                    END IF;
            """;

    private static final String FILL = """
                IF NEW.{column} IS NULL THEN
                    NEW.{column} := (SELECT ({expression}) FROM (SELECT NEW.*) AS {table});
                END IF;
            """;

    private static final String TRIGGER = """
            CREATE TRIGGER {name} BEFORE {event} ON {table}
                FOR EACH ROW{when} EXECUTE FUNCTION {function}()""";

    private static final String PIN = "SET LOCAL search_path = pg_catalog, pg_temp";

    private DualWriteSql() {}

    /** Returns the statements that install function and triggers; the caller sees to one transaction. */
    public static List<String> install(DualWrite dual) {
        List<String> statements = new ArrayList<>();
        statements.add(TableSql.lock(dual.table()));
        List<String> trials = trials(dual);
        if (!trials.isEmpty()) {
            // A broken expression in a trigger would break clients: it is tried first, under the trigger's own path.
            statements.add(PIN);
            statements.addAll(trials);
        }
        statements.add(function(dual));
        statements.add(trigger(dual, dual.insertTrigger(), "INSERT", dual.hasFollowers() ? "" : fillCondition(dual)));
        statements.add(trigger(dual, dual.updateTrigger(), "UPDATE", updateCondition(dual)));
        return statements;
    }

    private static List<String> trials(DualWrite dual) {
        Stream<String> defaults = dual.twins().stream()
                .filter(t -> t.defaultValue().isPresent())
                .map(t -> ColumnSql.tryAssignment(
                        dual.table(), t.to(), t.defaultValue().orElseThrow()));
        Stream<String> fills =
                dual.fills().stream().map(f -> ColumnSql.tryAssignment(dual.table(), f.column(), f.expression()));
        Stream<String> groups = dual.groups().stream()
                .flatMap(g -> Stream.concat(
                        GroupSql.trials(dual.table(), g).stream(), GroupSql.checkDefaults(dual.table(), g).stream()));
        return Stream.of(defaults, groups, fills).flatMap(s -> s).toList();
    }

    /** Returns the statement that lets the function speak of other names of the same columns; the triggers know already. */
    public static String replaceFunction(DualWrite dual) {
        return function(dual);
    }

    /** Returns the statements that remove triggers and function if they are there. */
    public static List<String> remove(DualWrite dual) {
        return List.of(
                dropTrigger(dual, dual.insertTrigger()),
                dropTrigger(dual, dual.updateTrigger()),
                "DROP FUNCTION IF EXISTS " + Sql.name(dual.function()) + "()");
    }

    /** Returns the test that both triggers are there. */
    public static String installed(DualWrite dual) {
        return CatalogTest.all(List.of(
                CatalogTest.trigger(dual.table(), dual.insertTrigger()),
                CatalogTest.trigger(dual.table(), dual.updateTrigger())));
    }

    /** Returns the test that neither trigger is there. */
    public static String removed(DualWrite dual) {
        return CatalogTest.all(List.of(
                CatalogTest.not(CatalogTest.trigger(dual.table(), dual.insertTrigger())),
                CatalogTest.not(CatalogTest.trigger(dual.table(), dual.updateTrigger()))));
    }

    private static String dropTrigger(DualWrite dual, String name) {
        return "DROP TRIGGER IF EXISTS " + Sql.identifier(name) + " ON " + Sql.name(dual.table());
    }

    private static String function(DualWrite dual) {
        String twins = dual.hasFollowers()
                ? SqlTemplate.fill(
                        TWINS,
                        Map.of(
                                "inserts",
                                        texts(dual, t -> onInsert(dual, t))
                                                + groups(dual, g -> GroupSql.onInsert(dual.table(), g)),
                                "updates",
                                        texts(dual, DualWriteSql::onUpdate)
                                                + groups(dual, g -> GroupSql.onUpdate(dual.table(), g))))
                : "";
        String fills = dual.fills().stream().map(f -> fill(dual, f)).collect(Collectors.joining());
        String body = SqlTemplate.fill(BODY, Map.of("twins", twins, "fills", fills));
        return SqlTemplate.fill(
                FUNCTION,
                Map.of(
                        "function", Sql.name(dual.function()),
                        "pin", hasExpressions(dual) ? PINNED : "",
                        "body", Sql.dollarQuote(body, "function")));
    }

    /**
     * Returns whether the function has expressions that somebody else wrote, whose names mean what they mean under one search
     * path. Without them it names nothing that any path could give another meaning, and is spared what the server
     * does to set a path and to put it back at each call.
     */
    private static boolean hasExpressions(DualWrite dual) {
        return !dual.fills().isEmpty()
                || !dual.groups().isEmpty()
                || dual.twins().stream().anyMatch(twin -> twin.defaultValue().isPresent());
    }

    private static String texts(DualWrite dual, Function<Twin, String> text) {
        return dual.twins().stream().map(text).collect(Collectors.joining());
    }

    private static String groups(DualWrite dual, Function<ColumnGroup, String> text) {
        return dual.groups().stream().map(text).collect(Collectors.joining());
    }

    private static String onInsert(DualWrite dual, Twin twin) {
        if (twin.defaultValue().isEmpty()) {
            return onInsert(twin, "NEW." + Sql.identifier(twin.to()) + " IS NOT NULL");
        }
        String initial = twin.defaultValue().get();
        if (CatalogTest.mayLackSchema(twin.type())) {
            return SqlTemplate.fill(
                    WITH_INITIAL,
                    Map.of(
                            "table", Sql.name(dual.table()),
                            "to", Sql.identifier(twin.to()),
                            "initial", initial,
                            "insert", onInsertUnless(twin, "migratable_initial")));
        }
        // The cast rounds as storing the default does: now() is not what a timestamp(3) column holds.
        return onInsertUnless(twin, "CAST((" + initial + ") AS " + twin.type().sql() + ")");
    }

    private static String onInsertUnless(Twin twin, String initial) {
        return onInsert(twin, twin.differs("NEW." + Sql.identifier(twin.to()), initial));
    }

    private static String onInsert(Twin twin, String newWritten) {
        return SqlTemplate.fill(
                ON_INSERT,
                Map.of(
                        "newWritten", newWritten,
                        "from", Sql.identifier(twin.from()),
                        "to", Sql.identifier(twin.to())));
    }

    private static String onUpdate(Twin twin) {
        return SqlTemplate.fill(
                ON_UPDATE,
                Map.of(
                        "newChanged", changedAnywhere(twin, twin.to()),
                        "oldChanged", changedAnywhere(twin, twin.from()),
                        "from", Sql.identifier(twin.from()),
                        "to", Sql.identifier(twin.to())));
    }

    private static String fill(DualWrite dual, Fill fill) {
        return SqlTemplate.fill(
                FILL,
                Map.of(
                        "column", Sql.identifier(fill.column()),
                        "expression", fill.expression(),
                        "table", Sql.identifier(dual.table().name())));
    }

    private static String changed(Twin twin, String column) {
        String name = Sql.identifier(column);
        return twin.differs("NEW." + name, "OLD." + name);
    }

    private static String changedAnywhere(Twin twin, String column) {
        String name = Sql.identifier(column);
        return Sql.differsAnywhere(twin.exact(), "NEW." + name, "OLD." + name);
    }

    private static String updateCondition(DualWrite dual) {
        Stream<String> twins = dual.twins().stream().map(DualWriteSql::outOfStep);
        Stream<String> groups = dual.groups().stream().map(GroupSql::outOfStep);
        Stream<String> fills = dual.fills().stream().map(DualWriteSql::isNull);
        return Stream.of(twins, groups, fills).flatMap(s -> s).collect(Collectors.joining("\n        OR "));
    }

    /** Where both sides are the same already, as a backfill leaves them, there is nothing to call the function for. */
    private static String outOfStep(Twin twin) {
        String differs = twin.differs("NEW." + Sql.identifier(twin.to()), "NEW." + Sql.identifier(twin.from()));
        return differs + "\n        AND (" + changed(twin, twin.to()) + "\n        OR " + changed(twin, twin.from())
                + ")";
    }

    private static String fillCondition(DualWrite dual) {
        return dual.fills().stream().map(DualWriteSql::isNull).collect(Collectors.joining("\n        OR "));
    }

    private static String isNull(Fill fill) {
        return "NEW." + Sql.identifier(fill.column()) + " IS NULL";
    }

    private static String trigger(DualWrite dual, String name, String event, String condition) {
        String create = SqlTemplate.fill(
                TRIGGER,
                Map.of(
                        "name", Sql.identifier(name),
                        "event", event,
                        "table", Sql.name(dual.table()),
                        "when", condition.isEmpty() ? "" : " WHEN (" + condition + ")",
                        "function", Sql.name(dual.function())));
        return Sql.blockIf("NOT " + CatalogTest.trigger(dual.table(), name), create);
    }
}

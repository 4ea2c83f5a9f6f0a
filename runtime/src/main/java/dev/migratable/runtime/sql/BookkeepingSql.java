package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the statements that keep, in the database itself, how far each migration is, so that any Liquibase can tell
 * whether a contract may start.
 */
public final class BookkeepingSql {
    /** The schema of what is our own. */
    public static final String SCHEMA = "migratable";

    /** The schema of tables that were given up and not yet purged. */
    public static final String PARKED_SCHEMA = "migratable_parked";

    private static final String ENSURE = """

            BEGIN
                -- IF NOT EXISTS would demand the privilege to create even where there is nothing to create.
                IF to_regnamespace('migratable') IS NULL THEN
                    CREATE SCHEMA migratable;
                END IF;
                IF to_regclass('migratable.migration') IS NULL THEN
                    CREATE TABLE migratable.migration (
                        id text PRIMARY KEY,
                        from_fingerprint text NOT NULL,
                        to_fingerprint text NOT NULL,
                        state text NOT NULL CHECK (state IN ('expanding', 'expanded', 'contracting', 'contracted')),
                        approved_by text,
                        ignored_clients text[] NOT NULL DEFAULT '{}'
                    );
                    COMMENT ON TABLE migratable.migration IS 'How far each migration of Migratable is';
                END IF;
                IF to_regprocedure('migratable.note_expanded()') IS NULL THEN
                    -- Tables of earlier versions lack both columns.
                    ALTER TABLE migratable.migration ADD COLUMN IF NOT EXISTS expanded_at timestamptz;
                    ALTER TABLE migratable.migration
                        ADD COLUMN IF NOT EXISTS soak interval NOT NULL DEFAULT '0';
                    CREATE FUNCTION migratable.note_expanded() RETURNS trigger
                    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS 'BEGIN
                        NEW.expanded_at := clock_timestamp();
                        RETURN NEW;
                    END';
                    CREATE TRIGGER note_expanded BEFORE UPDATE ON migratable.migration FOR EACH ROW
                    WHEN (OLD.state = 'expanding' AND NEW.state = 'expanded')
                    EXECUTE FUNCTION migratable.note_expanded();
                END IF;
                -- A later version may be here already, and stays.
                IF coalesce(substring(obj_description(to_regprocedure('migratable.gate_blockers(text)'), 'pg_proc')
                        FROM '[0-9]+$')::integer, 0) < {number} THEN
                    EXECUTE {function};
                    COMMENT ON FUNCTION migratable.gate_blockers(text) IS {version};
                END IF;
            END
            """;

    /** Grows by one with every change of the function, which makes an older one be replaced. */
    private static final int FUNCTION_NUMBER = 2;

    private static final String FUNCTION_VERSION = "gate of Migratable, version " + FUNCTION_NUMBER;

    private static final String FUNCTION = """
            CREATE OR REPLACE FUNCTION migratable.gate_blockers(migration text) RETURNS SETOF text
            LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $gate$
                WITH this AS (
                    SELECT * FROM migratable.migration AS m WHERE m.id = gate_blockers.migration
                ), older AS (
                    SELECT m.from_fingerprint AS fingerprint FROM migratable.migration AS m, this
                    WHERE m.id <= this.id AND m.from_fingerprint <> this.to_fingerprint
                ), known AS (
                    SELECT m.from_fingerprint AS fingerprint FROM migratable.migration AS m
                    UNION SELECT m.to_fingerprint FROM migratable.migration AS m
                ), client AS (
                    SELECT s.application_name, s.pid, coalesce(host(s.client_addr), 'local') AS address,
                        coalesce(nullif(s.application_name, ''), '(no name)') AS shown,
                        substring(s.application_name FROM '/migratable:([0-9a-f]{16})$') AS fingerprint
                    FROM pg_stat_activity AS s
                    WHERE s.datname = current_database() AND s.usesysid IS NOT NULL
                        AND coalesce(s.backend_type, 'client backend') = 'client backend'
                        AND s.pid <> pg_backend_pid() AND s.application_name NOT LIKE 'migratable-runner%'
                ), blocker AS (
                    SELECT 1 AS rank, 'migration ' || gate_blockers.migration || ' has not been expanded' AS reason
                    WHERE NOT EXISTS (SELECT FROM this)
                    UNION ALL
                    SELECT 1, 'migration ' || this.id || ' is in state ' || this.state
                            || ', not expanded and verified'
                    FROM this WHERE this.state = 'expanding'
                    UNION ALL
                    SELECT 2, 'migration ' || this.id || ' is not approved; approve it by apply --phase contract, or '
                            || 'UPDATE migratable.migration SET approved_by = current_user WHERE id = '
                            || quote_literal(this.id)
                    FROM this WHERE this.approved_by IS NULL
                    UNION ALL
                    SELECT 2, 'the soak time of migration ' || this.id || ' is not over: ' || this.soak || ' since '
                            || coalesce('it was expanded, which ends at '
                                || to_char((this.expanded_at + this.soak) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')
                                || ' UTC', 'a time that is not known; set expanded_at in migratable.migration')
                    FROM this
                    WHERE this.soak > '0' AND coalesce(clock_timestamp() < this.expanded_at + this.soak, true)
                    UNION ALL
                    SELECT 3, count(*) || ' of an older model alive: ' || c.application_name || ' from ' || c.address
                            || ', pid ' || string_agg(c.pid::text, ', ' ORDER BY c.pid)
                    FROM client AS c WHERE c.fingerprint IN (SELECT o.fingerprint FROM older AS o)
                    GROUP BY c.application_name, c.address
                    UNION ALL
                    SELECT 4, count(*) || ' of a model that no migration here knows alive: ' || c.application_name
                            || ' from ' || c.address || ', pid ' || string_agg(c.pid::text, ', ' ORDER BY c.pid)
                    FROM client AS c, this
                    WHERE c.fingerprint NOT IN (SELECT k.fingerprint FROM known AS k)
                        AND NOT c.shown = ANY (this.ignored_clients)
                    GROUP BY c.application_name, c.address
                    UNION ALL
                    SELECT 5, count(*) || ' of unknown version alive: ' || c.shown || ' from ' || c.address || ', pid '
                            || string_agg(c.pid::text, ', ' ORDER BY c.pid)
                            || '; stop it, or name it among the ignored clients'
                    FROM client AS c, this
                    WHERE c.fingerprint IS NULL AND NOT c.shown = ANY (this.ignored_clients)
                    GROUP BY c.shown, c.address
                )
                SELECT reason FROM blocker ORDER BY rank, reason
            $gate$""";

    private static final String REQUIRE = """

            DECLARE
                pending text;
            BEGIN
                SELECT string_agg(required, ', ' ORDER BY required) INTO pending
                FROM unnest({required}) AS required
                WHERE NOT EXISTS (
                    SELECT FROM migratable.migration AS m WHERE m.id = required AND m.state = 'contracted');
                IF pending IS NOT NULL THEN
                    RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',
                        MESSAGE = {message} || pending;
                END IF;
            END
            """;

    private static final String BEGIN = """

            BEGIN
                INSERT INTO migratable.migration (id, from_fingerprint, to_fingerprint, state)
                VALUES ({id}, {from}, {to}, 'expanding') ON CONFLICT (id) DO NOTHING;
                IF NOT EXISTS (
                    SELECT FROM migratable.migration
                    WHERE id = {id} AND from_fingerprint = {from} AND to_fingerprint = {to}) THEN
                    RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state', MESSAGE = {message};
                END IF;
            END
            """;

    private static final String CHECK_EFFECTS = """

            DECLARE
                missing text;
            BEGIN
                PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
                SELECT string_agg(step, ', ' ORDER BY step) INTO missing FROM (
                    VALUES
                    {effects}
                ) AS effects (step, there) WHERE NOT coalesce(there, false);
                IF missing IS NOT NULL THEN
                    RAISE EXCEPTION USING ERRCODE = 'object_not_in_prerequisite_state',
                        MESSAGE = {message} || missing;
                END IF;
            END
            """;

    private BookkeepingSql() {}

    /** Returns the statement that creates the schema, its table and the gate's function where they are missing. */
    public static String ensure() {
        return block(SqlTemplate.fill(
                ENSURE,
                Map.of(
                        "version", Sql.literal(FUNCTION_VERSION),
                        "number", Integer.toString(FUNCTION_NUMBER),
                        "function", Sql.dollarQuote("\n" + FUNCTION, "create"))));
    }

    /** Returns the statement that fails while an earlier migration that this one builds on is not contracted. */
    public static String requireContracted(String id, List<String> required) {
        String message = "migration " + id + " touches tables of migrations that are not contracted yet: ";
        return block(
                SqlTemplate.fill(REQUIRE, Map.of("required", Sql.literals(required), "message", Sql.literal(message))));
    }

    /** Returns the statement that enters the migration as expanding. */
    public static String begin(String id, String fromFingerprint, String toFingerprint) {
        String message = "migration " + id + " is known here with other fingerprints; two changelogs share its number";
        return block(SqlTemplate.fill(
                BEGIN,
                Map.of(
                        "id", Sql.literal(id),
                        "from", Sql.literal(fromFingerprint),
                        "to", Sql.literal(toFingerprint),
                        "message", Sql.literal(message))));
    }

    /** Returns the statement that forgets the migration. */
    public static String forget(String id) {
        return Sql.blockIf(
                Sql.regclass(new QualifiedName(SCHEMA, "migration")) + " IS NOT NULL",
                "DELETE FROM migratable.migration WHERE id = " + Sql.literal(id));
    }

    /** Returns the statement that moves the migration into a state, from any of some others. */
    public static String move(String id, String to, String... from) {
        return "UPDATE migratable.migration SET state = " + Sql.literal(to) + " WHERE id = " + Sql.literal(id)
                + " AND state IN ("
                + literals(from) + ")";
    }

    /** Returns the statement that fails, naming the steps, where the effect of any is not there. */
    public static String checkEffects(String id, SortedMap<String, String> effects) {
        String values = effects.entrySet().stream()
                .map(e -> "(" + Sql.literal(e.getKey()) + ", " + e.getValue() + ")")
                .collect(Collectors.joining(",\n        "));
        String message = "migration " + id + ": the database does not show what these steps should have done: ";
        return block(SqlTemplate.fill(CHECK_EFFECTS, Map.of("effects", values, "message", Sql.literal(message))));
    }

    /** Returns the test that the migration is in one of some states. */
    public static String inState(String id, String... states) {
        return "EXISTS (SELECT FROM migratable.migration WHERE id = " + Sql.literal(id) + " AND state IN ("
                + literals(states) + "))";
    }

    /** Returns the test that the migration is there and has left a state. */
    public static String notInState(String id, String state) {
        return "EXISTS (SELECT FROM migratable.migration WHERE id = " + Sql.literal(id) + " AND state <> "
                + Sql.literal(state) + ")";
    }

    /**
     * Returns the query for the number of reasons that keep the gate closed; 0 where it was opened but Liquibase was
     * killed before it noted that, for else the others would run without it, and it never again.
     */
    public static String countBlockers(String id) {
        return "SELECT count(*) FROM migratable.gate_blockers(" + Sql.literal(id) + ") WHERE NOT EXISTS ("
                + "SELECT FROM migratable.migration WHERE id = " + Sql.literal(id) + " AND state = 'contracting')";
    }

    /** Returns the query that gives 1 while the migration is in one of some states and 0 otherwise. */
    public static String countInState(String id, String... states) {
        String test = states.length == 1 ? "= " + Sql.literal(states[0]) : "IN (" + literals(states) + ")";
        return "SELECT count(*) FROM migratable.migration WHERE id = " + Sql.literal(id) + " AND state " + test;
    }

    private static String literals(String... texts) {
        return Stream.of(texts).map(Sql::literal).collect(Collectors.joining(", "));
    }

    private static String block(String body) {
        return "DO " + Sql.dollarQuote(body, "migratable");
    }
}

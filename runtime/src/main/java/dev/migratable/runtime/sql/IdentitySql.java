package dev.migratable.runtime.sql;

import dev.migratable.schema.Identity;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the blocks that make a column an identity column or an ordinary one; each can be run again. Under the lock that
 * keeps every insert out, the present counter is read and the new one set behind it, so that no number comes twice.
 */
public final class IdentitySql {

    private static final String HEAD = """

            DECLARE
                counter text;
                following numeric;
                highest numeric;
            BEGIN
            """;

    private static final String COUNTER = """
            SELECT s.oid::pg_catalog.regclass::text INTO STRICT counter
            FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_class AS s ON s.oid = d.objid AND s.relkind = 'S'
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
              AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
              AND d.refobjid = %s AND a.attname = %s;
            """;

    /** What the counter would give next; whoever draws blocks of numbers has those up to there. */
    private static final String FOLLOWING = """
            EXECUTE 'SELECT CASE WHEN is_called THEN last_value::numeric + (SELECT seqincrement FROM pg_catalog.pg_sequence '
                || 'WHERE seqrelid = ' || quote_literal(counter) || '::pg_catalog.regclass) ELSE last_value END FROM ' || counter
                INTO %s;
            """;

    /** An identity asks nobody for a privilege on its sequence; a default that draws from one does. */
    private static final String LET_WRITERS_DRAW = """
            EXECUTE (
                SELECT CASE WHEN count(*) = 0 THEN 'SELECT' ELSE 'GRANT USAGE ON SEQUENCE ' || %s || ' TO '
                    || string_agg(DISTINCT CASE writer WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(writer)) END, ', ')
                    END
                FROM (
                    SELECT g.grantee, g.privilege_type FROM pg_catalog.pg_class AS c, aclexplode(c.relacl) AS g
                    WHERE c.oid = %s
                    UNION
                    SELECT g.grantee, g.privilege_type FROM pg_catalog.pg_attribute AS a, aclexplode(a.attacl) AS g
                    WHERE a.attrelid = %s
                ) AS granted (writer, privilege)
                WHERE privilege = 'INSERT');
            """;

    private IdentitySql() {}

    /** Where the numbers come from that a column's counter goes on with. */
    public sealed interface Source {
        /** A sequence that stays, or is dropped by this where it is one that only held the value. */
        record Sequence(QualifiedName name, boolean dropped) implements Source {}

        /** The rows there are, by an index that begins with the column. */
        record Rows() implements Source {}
    }

    /** Makes a column an identity column that goes on where the source is; what default it has goes. */
    public static String add(QualifiedName table, String column, Identity identity, Source source) {
        List<String> lines = new ArrayList<>();
        boolean up = identity.options().increment() > 0;
        lines.add(TableSql.lock(table) + ";");
        if (source instanceof Source.Sequence sequence) {
            lines.add("counter := " + Sql.literal(Sql.name(sequence.name())) + ";");
            lines.add(following("following"));
        } else {
            lines.add("SELECT " + (up ? "max(" : "min(") + Sql.identifier(column) + ") INTO highest FROM "
                    + Sql.name(table) + ";");
            lines.add("following := highest + (" + (up ? 1 : -1) + ");");
        }
        lines.add(ColumnSql.changeDefault(table, column, Optional.empty()) + ";");
        if (source instanceof Source.Sequence sequence && sequence.dropped()) {
            lines.add(SequenceSql.drop(sequence.name()) + ";");
        }
        lines.add(alter(table, column) + "ADD" + ColumnSql.identity(identity) + ";");
        lines.add(counter(table, column));
        lines.add(set(up, String.valueOf(identity.options().start())));
        return block("NOT " + CatalogTest.identity(table, column), lines);
    }

    /**
     * Makes an identity column an ordinary one, and lets a sequence go on where its counter is, unless it is further.
     *
     * @param sequence what is given the value
     * @param up whether it counts upwards
     * @param create the statements that create it where it is not there, and make it the default where it is to be
     */
    public static String drop(
            QualifiedName table, String column, QualifiedName sequence, boolean up, List<String> create) {
        List<String> lines = new ArrayList<>();
        lines.add(TableSql.lock(table) + ";");
        lines.add(counter(table, column));
        lines.add(following("following"));
        lines.add(alter(table, column) + "DROP IDENTITY;");
        create.forEach(s -> lines.add(s + ";"));
        lines.add("counter := " + Sql.literal(Sql.name(sequence)) + ";");
        lines.add(following("highest"));
        lines.add(set(up, "highest"));
        return block(CatalogTest.identity(table, column), lines);
    }

    /** Makes an identity column an ordinary one whose counter nobody needs. */
    public static String forget(QualifiedName table, String column) {
        return alter(table, column) + "DROP IDENTITY IF EXISTS";
    }

    /** Returns what lets whoever inserts into a table draw from a sequence, as a statement of a block. */
    public static String letWritersDraw(QualifiedName table, QualifiedName sequence) {
        String statement =
                LET_WRITERS_DRAW.formatted(Sql.literal(Sql.name(sequence)), Sql.regclass(table), Sql.regclass(table));
        return statement.strip().replaceAll(";$", "");
    }

    /** Says whether values may be given. */
    public static String setGenerated(QualifiedName table, String column, boolean always) {
        return alter(table, column) + "SET GENERATED " + (always ? "ALWAYS" : "BY DEFAULT");
    }

    /** Gives the sequence behind a column other attributes; its present value stays. */
    public static String setOptions(QualifiedName table, String column, SequenceOptions options) {
        return alter(table, column) + "SET INCREMENT BY " + options.increment() + " SET MINVALUE " + options.minimum()
                + " SET MAXVALUE " + options.maximum() + " SET START WITH " + options.start() + " SET CACHE "
                + options.cache() + " SET" + (options.cycle() ? " CYCLE" : " NO CYCLE");
    }

    private static String counter(QualifiedName table, String column) {
        return COUNTER.formatted(Sql.regclass(table), Sql.literal(column)).stripTrailing();
    }

    private static String following(String variable) {
        return FOLLOWING.formatted(variable).stripTrailing();
    }

    private static String set(boolean up, String least) {
        return "PERFORM pg_catalog.setval(counter::pg_catalog.regclass, " + (up ? "greatest" : "least") + "(following, "
                + least + ")::bigint, false);";
    }

    private static String block(String condition, List<String> lines) {
        String body = "IF " + condition + " THEN\n" + String.join("\n", lines).indent(4) + "END IF;";
        return "DO " + Sql.dollarQuote(HEAD + body.indent(4) + "END\n", "migratable");
    }

    private static String alter(QualifiedName table, String column) {
        return "ALTER TABLE " + Sql.name(table) + " ALTER COLUMN " + Sql.identifier(column) + " ";
    }
}

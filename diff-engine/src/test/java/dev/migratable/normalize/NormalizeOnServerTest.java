package dev.migratable.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people write must be equal to what the server makes of it. */
@PostgresTest
class NormalizeOnServerTest {

    private static final String COLUMNS = "status varchar(20), label text, code char(3), rank integer, small smallint,"
            + " big bigint, price numeric(12,2), ratio double precision, single real, active boolean, day date,"
            + " at timestamp(6), zoned timestamptz, mood public.mood, data jsonb, tags text[], id uuid, \"order\" integer,"
            + " \"Upper\" varchar, \"position\" integer";

    private static final List<String> CHECKS = List.of(
            "status in ('A','B')",
            "status in ('A')",
            "status not in ('A','B')",
            "status not in ('A')",
            "(status in ('B', 'A', 'C'))",
            "status is null or status in ('A','B')",
            "status = 'A'",
            "status != 'it''s'",
            "STATUS <> E'back\\\\slash'",
            "label in ('A','B')",
            "code in ('AAA','BBB')",
            "mood in ('sad','ok')",
            "rank between 0 and 3",
            "small between 0 and 3",
            "(small between -1 and 3)",
            "rank not between 0 and 3",
            "rank in (1, 2, 3)",
            "small in (1,2)",
            "big in (1,2)",
            "price in (1, 2.5)",
            "rank >= 0 and rank <= 3",
            "rank > -5",
            "rank > - 5",
            "price > 0",
            "price >= 0.00",
            "price > -1",
            "price between 0 and 100",
            "price * 2 > rank",
            "rank > 0.5",
            "rank < 1e3",
            "ratio > .5",
            "ratio >= 0 and ratio <= 1",
            "single > 0",
            "big > 10000000000",
            "rank > 0 and rank < 5 and price > 0 or active",
            "not active",
            "active = true",
            "active is not false",
            "rank is not null",
            "rank isnull or price notnull",
            "length(status) > 3",
            "char_length(label) between 1 and 10",
            "lower(status) = status",
            "trim(status) <> ''",
            "trim(both 'x' from label) <> ''",
            "trim(leading from status) <> ''",
            "substring(status from 1 for 2) = 'AB'",
            "position('@' in status) > 1",
            "status like 'A%'",
            "status not like 'A%'",
            "label ilike '%x' escape '!'",
            "label similar to '[A-Z]+'",
            "status ~ '^[A-Z]+$'",
            "label !~* 'x|y'",
            "status || label <> 'ab'",
            "day > '2020-01-01'",
            "day > date '2020-01-01'",
            "at <= now()",
            "zoned <= CURRENT_TIMESTAMP",
            "day <= current_date",
            "extract(year from day) > 2000",
            "zoned at time zone 'UTC' > at",
            "zoned > now() - interval '1 day'",
            "coalesce(rank, 0) + coalesce(\"order\", 0) > 0",
            "case when active then rank > 0 else price > 0 end",
            "case rank when 1 then true end",
            "num_nonnulls(rank, price) = 1",
            "(rank is null) = (price is null)",
            "rank is distinct from 3",
            "cast(price as integer) > 3",
            "price::integer % 2 = 0",
            "data ? 'key'",
            "data ->> 'a' = 'b'",
            "(data -> 'a')::text <> 'x'",
            "jsonb_typeof(data) = 'object'",
            "'a' = any (tags)",
            "tags[1] = 'x'",
            "cardinality(tags) > 0",
            "tags <> '{}'",
            "id <> '00000000-0000-0000-0000-000000000000'",
            "\"order\" > 0",
            "\"Upper\" in ('x', 'y')",
            "\"position\" > 0",
            "\"rank\" /* comment */ > 0 -- comment",
            "label collate \"C\" < 'a'",
            "- rank < 5",
            "rank * (small + 1) > 0",
            "rank - (small - 1) > 0",
            "rank - small - 1 > 0",
            "not (rank = 1 or small = 2)",
            "rank + 1 between 1 and 3",
            "greatest(rank, 3) > 0",
            "status is null or length(status) < 5 and rank > 0");

    private static final List<String[]> DEFAULTS = List.of(
            new String[] {"varchar(20)", "'x'"},
            new String[] {"varchar(20)", "'it''s'"},
            new String[] {"varchar", "''"},
            new String[] {"varchar", "0"},
            new String[] {"text", "'x'"},
            new String[] {"text", "$$dollar$$"},
            new String[] {"char(3)", "'x'"},
            new String[] {"integer", "0"},
            new String[] {"integer", "'0'"},
            new String[] {"integer", "-1"},
            new String[] {"integer", "(1 + 2)"},
            new String[] {"smallint", "1"},
            new String[] {"bigint", "0"},
            new String[] {"bigint", "-9000000000"},
            new String[] {"numeric(10,2)", "0"},
            new String[] {"numeric(10,2)", "0.00"},
            new String[] {"numeric(10,2)", "-1.50"},
            new String[] {"numeric", "'1.5'"},
            new String[] {"double precision", "0"},
            new String[] {"double precision", "-1.5"},
            new String[] {"double precision", "1e3"},
            new String[] {"real", "'NaN'"},
            new String[] {"boolean", "true"},
            new String[] {"boolean", "FALSE"},
            new String[] {"boolean", "'t'"},
            new String[] {"timestamp(6)", "now()"},
            new String[] {"timestamp", "current_timestamp"},
            new String[] {"timestamp", "CURRENT_TIMESTAMP(6)"},
            new String[] {"timestamp", "localtimestamp"},
            new String[] {"timestamp", "'2020-01-01'"},
            new String[] {"timestamp", "'2020-01-01T10:00:00'"},
            new String[] {"timestamp(3)", "'2020-01-01 10:00:00'"},
            new String[] {"timestamptz", "now()"},
            new String[] {"timestamptz", "(now() at time zone 'utc')"},
            new String[] {"timestamptz", "clock_timestamp() + interval '1 day'"},
            new String[] {"date", "current_date"},
            new String[] {"date", "'2020-01-01'"},
            new String[] {"time", "'10:00'::time"},
            new String[] {"time", "'10:00:30'"},
            new String[] {"timestamp", "'2020-01-01 10:00'"},
            new String[] {"interval", "'1 day'"},
            new String[] {"uuid", "gen_random_uuid()"},
            new String[] {"jsonb", "'{}'"},
            new String[] {"json", "'[]'::json"},
            new String[] {"text[]", "'{}'"},
            new String[] {"text[]", "array['a','b']"},
            new String[] {"text[]", "array[]::text[]"},
            new String[] {"integer[]", "array[1,2]"},
            new String[] {"bytea", "'\\x00'"},
            new String[] {"public.mood", "'ok'"},
            new String[] {"bigint", "nextval('a_seq')"},
            new String[] {"bigint", "nextval('public.a_seq'::regclass)"},
            new String[] {"varchar(64)", "current_user"},
            new String[] {"varchar(64)", "md5(random()::text)"},
            new String[] {"\"char\"", "'x'"},
            new String[] {"bit(4)", "b'0101'"});

    /** Pairs of conditions that mean different things. */
    private static final List<String[]> DIFFERENT = List.of(
            new String[] {"status in ('A','B')", "status in ('A','C')"},
            new String[] {"status in ('A','B')", "status not in ('A','B')"},
            new String[] {"status = 'A'", "status = 'a'"},
            new String[] {"status = 'A'", "label = 'A'"},
            new String[] {"status = 'A '", "status = 'A'"},
            new String[] {"rank between 0 and 3", "rank between 0 and 4"},
            new String[] {"rank between 0 and 3", "rank > 0 and rank <= 3"},
            new String[] {"rank > 0 or rank < 3", "rank > 0 and rank < 3"},
            new String[] {"rank > 0 and (small > 0 or big > 0)", "rank > 0 and small > 0 or big > 0"},
            new String[] {"rank - (small - 1) > 0", "rank - small - 1 > 0"},
            new String[] {"not rank = 1", "rank = 1"},
            new String[] {"rank > 1", "rank > -1"},
            new String[] {"status = '1'", "rank = 1"},
            new String[] {"rank::numeric / 2 > 1", "rank / 2 > 1"},
            new String[] {"price::integer > 3", "price > 3"},
            new String[] {"rank is null", "rank is not null"},
            new String[] {"status like 'A%'", "status ilike 'A%'"},
            new String[] {"\"Upper\" = 'x'", "upper = 'x'"},
            new String[] {"at < now()", "at < localtimestamp"},
            new String[] {"at < now()", "at < clock_timestamp()"},
            new String[] {"status::varchar(2) = 'AB'", "status = 'AB'"});

    @Test
    void checksAreEqualToWhatTheServerPrints(TestDatabase database) throws SQLException {
        create(database);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < CHECKS.size(); i++) {
            database.execute("alter table t add constraint c" + i + " check (" + CHECKS.get(i) + "\n)");
        }
        Table table = table(database);
        for (int i = 0; i < CHECKS.size(); i++) {
            String name = "c" + i;
            String printed = table.checkConstraints().stream()
                    .filter(check -> check.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .expression();
            compare(CHECKS.get(i), printed, Optional.empty(), differences);
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void defaultsAreEqualToWhatTheServerPrints(TestDatabase database) throws SQLException {
        create(database);
        for (int i = 0; i < DEFAULTS.size(); i++) {
            String[] pair = DEFAULTS.get(i);
            database.execute("alter table t add column d" + i + " " + pair[0] + " default " + pair[1]);
        }
        Table table = table(database);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < DEFAULTS.size(); i++) {
            Column column = table.column("d" + i).orElseThrow();
            String[] pair = DEFAULTS.get(i);
            String printed = column.defaultValue().orElseThrow();
            compare(pair[1], printed, Optional.of(SqlType.parse(pair[0])), differences);
            assertEquals(
                    TypeNormalizer.normalize(SqlType.parse(pair[0])), TypeNormalizer.normalize(column.type()), pair[0]);
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void generationExpressionsAreEqualToWhatTheServerPrints(TestDatabase database) throws SQLException {
        create(database);
        List<List<String>> generated = List.of(
                List.of("text", "lower(status)"),
                List.of("varchar(50)", "status || '-' || label"),
                List.of("numeric", "price * 2"),
                List.of("integer", "rank + 1"),
                List.of("boolean", "rank > 0 and status in ('A', 'B')"),
                List.of("integer", "case when active then 1 else 0 end"));
        for (int i = 0; i < generated.size(); i++) {
            database.execute(
                    "alter table t add column g" + i + " " + generated.get(i).get(0) + " generated always as ("
                            + generated.get(i).get(1) + ") stored");
        }
        Table table = table(database);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < generated.size(); i++) {
            String printed = table.column("g" + i)
                    .orElseThrow()
                    .generated()
                    .orElseThrow()
                    .expression();
            Optional<SqlType> type = Optional.of(SqlType.parse(generated.get(i).get(0)));
            compare(generated.get(i).get(1), printed, type, differences);
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void whatDiffersStaysDifferentHoweverItIsSpelled(TestDatabase database) throws SQLException {
        create(database);
        database.execute("alter table t add column upper varchar");
        for (int i = 0; i < DIFFERENT.size(); i++) {
            for (int side = 0; side < 2; side++) {
                database.execute("alter table t add constraint c" + i + "_" + side + " check ("
                        + DIFFERENT.get(i)[side] + ")");
            }
        }
        Table table = table(database);
        assertTrue(table.checkConstraints().size() == 2 * DIFFERENT.size());
        for (int i = 0; i < DIFFERENT.size(); i++) {
            List<String> one = spellings(table, DIFFERENT.get(i)[0], "c" + i + "_0");
            List<String> other = spellings(table, DIFFERENT.get(i)[1], "c" + i + "_1");
            for (String left : one) {
                for (String right : other) {
                    assertNotEquals(left, right);
                }
            }
        }
    }

    private static List<String> spellings(Table table, String written, String constraint) {
        String printed = table.checkConstraints().stream()
                .filter(check -> check.name().equals(constraint))
                .findFirst()
                .orElseThrow()
                .expression();
        return List.of(
                ExpressionNormalizer.normalize(written, Optional.empty()),
                ExpressionNormalizer.normalize(printed, Optional.empty()));
    }

    private static void compare(String written, String printed, Optional<SqlType> context, List<String> differences) {
        String one = ExpressionNormalizer.normalize(written, context);
        String other = ExpressionNormalizer.normalize(printed, context);
        if (!one.equals(other)) {
            differences.add(written + "  printed  " + printed + "\n    " + one + "\n    " + other);
        }
        String again = ExpressionNormalizer.normalize(one, context);
        if (!again.equals(one)) {
            differences.add("not idempotent: " + one + "  then  " + again);
        }
    }

    private static void create(TestDatabase database) throws SQLException {
        database.execute(
                "create type public.mood as enum ('sad', 'ok')",
                "create sequence a_seq",
                "create table t (" + COLUMNS + ")");
    }

    private static Table table(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection)
                    .schema()
                    .table(QualifiedName.inPublic("t"))
                    .orElseThrow();
        }
    }
}

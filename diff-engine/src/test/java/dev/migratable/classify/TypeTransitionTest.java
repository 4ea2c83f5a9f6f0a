package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.classify.TypeTransition.Reading;
import dev.migratable.schema.SqlType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to table, indexes, values and readers; the first two are checked on the server for all pairs too. */
class TypeTransitionTest {

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // from | to | storage | may fail | lost | old versions
                "varchar(10)      | varchar(20)      | free    | false | - | UNCHANGED",
                "varchar(10)      | varchar          | free    | false | - | UNCHANGED",
                "varchar(10)      | text             | free    | false | - | UNCHANGED",
                "text             | varchar          | free    | false | - | UNCHANGED",
                "varchar(20)      | varchar(10)      | rewrite | true  | - | NARROWED",
                "text             | varchar(20)      | rewrite | true  | - | NARROWED",
                "varchar          | varchar(20)      | rewrite | true  | - | NARROWED",
                "text             | citext           | indexes | false | - | BROKEN",
                "public.citext    | text             | indexes | false | - | BROKEN",
                "varchar(10)      | citext           | indexes | false | - | BROKEN",
                "citext           | varchar(10)      | rewrite | true  | - | BROKEN",
                "char(10)         | char(20)         | rewrite | false | - | UNCHANGED",
                "char(10)         | text             | rewrite | false | - | BROKEN",
                "varchar(10)      | char(10)         | rewrite | false | - | BROKEN",
                "smallint         | integer          | rewrite | false | - | WIDENED",
                "integer          | bigint           | rewrite | false | - | WIDENED",
                "bigint           | integer          | rewrite | true  | - | NARROWED",
                "integer          | numeric          | rewrite | false | - | WIDENED",
                "integer          | numeric(10,2)    | rewrite | true  | - | NARROWED",
                "integer          | numeric(12,2)    | rewrite | false | - | WIDENED",
                "numeric(5,2)     | numeric(10,2)    | free    | false | - | UNCHANGED",
                "numeric(5,2)     | numeric          | free    | false | - | UNCHANGED",
                "numeric(5,2)     | numeric(5,3)     | rewrite | true  | - | NARROWED",
                "numeric(5,2)     | numeric(10,4)    | rewrite | false | - | UNCHANGED",
                "numeric(5,2)     | numeric(4,2)     | rewrite | true  | - | NARROWED",
                "numeric(10,4)    | numeric(10,2)    | rewrite | false | digits behind the decimal point | NARROWED",
                "numeric          | numeric(10,2)    | rewrite | true  | digits behind the decimal point | NARROWED",
                "numeric(9,0)     | integer          | rewrite | false | - | WIDENED",
                "numeric(10,0)    | integer          | rewrite | true  | - | NARROWED",
                "numeric          | integer          | rewrite | true  | digits behind the decimal point | NARROWED",
                "real             | double precision | rewrite | false | - | WIDENED",
                "double precision | real             | rewrite | true  | digits beyond the 6th | NARROWED",
                "integer          | double precision | rewrite | false | - | WIDENED",
                "bigint           | double precision | rewrite | false | digits beyond the 15th | BROKEN",
                "double precision | numeric          | rewrite | false | digits beyond the 15th | BROKEN",
                "double precision | integer          | rewrite | true  | digits behind the decimal point | NARROWED",
                "integer          | text             | rewrite | false | - | BROKEN",
                "integer          | varchar(10)      | rewrite | true  | - | BROKEN",
                "integer          | varchar(11)      | rewrite | false | - | BROKEN",
                "uuid             | text             | rewrite | false | - | BROKEN",
                "integer          | oid              | indexes | false | - | WIDENED",
                "timestamp(3)     | timestamp        | free    | false | - | UNCHANGED",
                "timestamp(6)     | timestamp        | free    | false | - | UNCHANGED",
                "timestamp        | timestamp(3)     | rewrite | false | fractions of a second | NARROWED",
                "timestamp        | timestamptz      | indexes | false | - | BROKEN",
                "timestamptz      | timestamp        | indexes | false | - | BROKEN",
                "timestamp(3)     | timestamptz      | indexes | false | - | BROKEN",
                "timestamp(3)     | timestamptz(3)   | rewrite | false | - | BROKEN",
                "date             | timestamp        | rewrite | false | - | BROKEN",
                "timestamp        | date             | rewrite | false | the time of day | BROKEN",
                "timestamp        | time             | rewrite | false | the date | BROKEN",
                "interval         | interval(3)      | rewrite | false | the finer fields | NARROWED",
                "interval         | interval day to second | free | false | - | UNCHANGED",
                "bit(8)           | bit varying      | indexes | false | - | UNCHANGED",
                "bit varying(8)   | bit varying(16)  | free    | false | - | UNCHANGED",
                "bit varying(16)  | bit varying(8)   | rewrite | true  | - | NARROWED",
                "cidr             | inet             | free    | false | - | WIDENED",
                "inet             | cidr             | rewrite | false | the bits of the host | NARROWED",
                "json             | jsonb            | rewrite | true  | - | BROKEN",
                "jsonb            | json             | rewrite | false | - | BROKEN",
                "text             | jsonb            | convert | true  | - | BROKEN",
                "text             | integer          | convert | true  | - | BROKEN",
                "integer          | boolean          | convert | true  | - | BROKEN",
                "varchar(10)[]    | varchar(20)[]    | rewrite | false | - | UNCHANGED",
                "integer[]        | bigint[]         | rewrite | false | - | WIDENED",
            })
    void pairs(String from, String to, String storage, boolean mayFail, String loss, Reading reading) {
        TypeTransition transition = TypeTransition.between(SqlType.parse(from), SqlType.parse(to), true);
        assertEquals(storage, storage(transition));
        assertEquals(mayFail, transition.mayFail());
        assertEquals(loss == null ? "" : loss, transition.loss().orElse(""));
        assertEquals(reading, transition.reading());
    }

    private static String storage(TypeTransition transition) {
        if (transition.needsConversion()) {
            return "convert";
        }
        return transition.rewrites() ? "rewrite" : transition.rebuildsIndexes() ? "indexes" : "free";
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"timestamp, timestamptz", "timestamptz, timestamp"})
    void anotherTimeZoneRewrites(String from, String to) {
        assertEquals("rewrite", storage(TypeTransition.between(SqlType.parse(from), SqlType.parse(to), false)));
    }
}

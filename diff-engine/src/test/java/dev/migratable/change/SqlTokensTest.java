package dev.migratable.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTokensTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a > 0 AND b IS NOT NULL                     | a b",
                "lower(name) = name                          | name",
                "(status)::text = ANY (ARRAY['a'::text])     | status",
                "a::timestamp without time zone > b          | a b",
                "a::numeric(10,2) + b                        | a b",
                "CAST(a AS numeric(10, 2)) + b               | a b",
                "x = 'y' OR x = E'it\\'s y'                  | x",
                "\"Odd\" = 1 AND odd = 2                     | Odd odd",
                "(address).city = city                       | address city",
                "t.a = 1                                     | a",
                "public.f(a) > 1                             | a",
                "date '2020-01-01' < day                     | day",
                "EXTRACT(year FROM year)                     | year",
                "a /* b */ = 1 -- c                          | a",
                "a = $tag$ b $tag$                           | a",
                "left(a, 2) = 'x'                            | a",
                "a = 1.5e3                                   | a",
            })
    void columns(String expression, String columns) {
        assertEquals(List.of(columns.split(" ")), SqlTokens.columns(expression));
        assertEquals(
                expression,
                SqlTokens.of(expression).stream().map(SqlTokens.Token::text).collect(Collectors.joining()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name > 'name'                | label    | label > 'name'",
                "lower(name) = \"name\"       | label    | lower(label) = label",
                "name::name = name            | \"odd\"  | \"\"\"odd\"\"\"::name = \"\"\"odd\"\"\"",
                "name > 1                     | Label    | \"Label\" > 1",
                "name > 1                     | order    | \"order\" > 1",
                "name(1) > 1                  | label    | name(1) > 1",
            })
    void renames(String expression, String to, String expected) {
        assertEquals(expected, SqlTokens.renameColumn(expression, "name", to));
    }

    @Test
    void anUnfinishedTextIsReadToItsEnd() {
        assertEquals(List.of("a"), SqlTokens.columns("a = 'never closed b"));
        assertEquals(List.of("a"), SqlTokens.columns("a /* never closed b"));
        assertEquals(List.of("a"), SqlTokens.columns("a = $x$ never closed b"));
    }
}

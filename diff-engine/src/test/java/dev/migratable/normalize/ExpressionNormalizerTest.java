package dev.migratable.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.migratable.schema.SqlType;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionNormalizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status IN ('B','A')|status IN ('A', 'B')",
                "(((status)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[])))|status IN ('A', 'B')",
                "rank between 0 and 3|(rank >= 0) AND (rank <= 3)",
                "CURRENT_TIMESTAMP|now()",
                "pg_catalog.now()|now()",
                "a<-1|a < -1",
                "a!=b|a <> b",
                "\"plain\" = \"Not Plain\"|plain = \"Not Plain\"",
                "nextval('public.s'::regclass)|nextval('s')",
                "(SELECT  max(a) FROM t)|select max ( a ) from t",
                "count(*) over (order by a)|count ( * ) over ( order by a )",
                "'unterminated|'unterminated",
                "((home).street is not null)|(home).street IS NOT NULL",
                "((home).place).\"Lat\" > 0|((home).place).\"Lat\" > 0",
                "home is null or ((home).street is not null)|(home IS NULL) OR ((home).street IS NOT NULL)",
            })
    void hasOneCanonicalForm(String expression, String canonical) {
        assertEquals(canonical, ExpressionNormalizer.normalize(expression, Optional.empty()));
    }

    @Test
    void theOrderOfConditionsSaysNothing() {
        assertEquals(
                ExpressionNormalizer.normalizeCheck("(a >= 1) and (a <= 5)"),
                ExpressionNormalizer.normalizeCheck("((a <= 5) AND (a >= 1) AND (a >= 1))"));
        assertEquals("a >= 1", ExpressionNormalizer.normalizeCheck("a >= 1 and a >= 1"));
        assertEquals("(a = 1) OR (a = 2)", ExpressionNormalizer.normalizeCheck("a = 1 or a = 2"));
        assertEquals("'unterminated", ExpressionNormalizer.normalizeCheck("'unterminated"));
        assertEquals(
                ExpressionNormalizer.normalizePrintedCheck("((a >= 1) AND (a <= 5))"),
                ExpressionNormalizer.normalizePrintedCheck("((a <= 5) AND (a >= 1))"));
    }

    @Test
    void quotesAndCommentsDoNotMatter() {
        assertEquals("'it''s' || 'it''s'", ExpressionNormalizer.normalize("'it''s' || $q$it's$q$", Optional.empty()));
        assertEquals("'a\n''b\\A'", ExpressionNormalizer.normalize("E'a\\n\\'b\\\\\\x41'", Optional.empty()));
        assertEquals(
                "a = 1", ExpressionNormalizer.normalize("a /* x /* nested */ y */ = -- rest\n 1", Optional.empty()));
        assertNotEquals(
                ExpressionNormalizer.normalize("a = '/* x */'", Optional.empty()),
                ExpressionNormalizer.normalize("a = ''", Optional.empty()));
    }

    @Test
    void theContextDecidesWhatAConstantIs() {
        assertEquals(inContext("0", "numeric(10,2)"), inContext("'0.00'::numeric", "numeric(10,2)"));
        assertNotEquals(inContext("0", "varchar(5)"), inContext("'0.00'", "varchar(5)"));
        assertEquals(inContext("now()", "timestamp"), inContext("CURRENT_TIMESTAMP(6)", "timestamp(6)"));
        assertEquals(inContext("'t'", "boolean"), inContext("true", "boolean"));
        assertNotEquals(inContext("'t'", "text"), inContext("true", "text"));
        assertNotEquals(inContext("'a'", "text"), inContext("'A'", "text"));
    }

    @Test
    void longListsAndDeepNestingAreNoProblem() {
        String any = IntStream.range(0, 3000).mapToObj(i -> "a = " + i).collect(Collectors.joining(" or "));
        assertEquals(
                any.replace("a = ", "(a = ").replace(" or ", ") OR ") + ")",
                ExpressionNormalizer.normalize(any, Optional.empty()));
        String deep = "1 + (".repeat(5000) + "1" + ")".repeat(5000);
        assertEquals(
                ExpressionNormalizer.normalize(deep, Optional.empty()),
                ExpressionNormalizer.normalize(deep.replace(" ", "  "), Optional.empty()));
        String sum = "1" + " + 1".repeat(5000);
        assertNotEquals(
                ExpressionNormalizer.normalize(sum, Optional.empty()),
                ExpressionNormalizer.normalize(sum + " + 1", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamp(6)|timestamp|true",
                "timestamptz(6)|timestamp with time zone|true",
                "time(6)|time|true",
                "interval(6)|interval|true",
                "timestamp(3)|timestamp|false",
                "timestamp|timestamptz|false",
                "varchar|varchar(255)|false",
                "varchar|text|false",
                "public.mood|mood|true",
                "public.\"Mood\"|\"Mood\"|true",
                "public.\"Mood\"|mood|false",
                "shop.mood|mood|false",
                "public.text|text|false",
                "\"char\"|char|false",
                "int4[]|integer[]|true",
                "numeric(10)|numeric(10,0)|true",
            })
    void typesOfOneMeaningAreOne(String one, String other, boolean equal) {
        assertEquals(
                equal,
                TypeNormalizer.normalize(SqlType.parse(one)).equals(TypeNormalizer.normalize(SqlType.parse(other))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "((a))|a",
                "(a) and (b)|(a) and (b)",
                "((a) and (b))|(a) and (b)",
                "(a, b)|(a, b)",
                "(')')|')'",
                "(\")\" > 1)|\")\" > 1",
                "(a|(a",
                "()|()",
            })
    void onlyEnclosingParenthesesAreStripped(String expression, String stripped) {
        assertEquals(stripped, Parentheses.strip(expression));
    }

    private static String inContext(String expression, String type) {
        return ExpressionNormalizer.normalize(expression, Optional.of(SqlType.parse(type)));
    }
}

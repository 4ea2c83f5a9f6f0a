package dev.migratable.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.migratable.schema.MigratableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void writesDeepPartsOnOneLine() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("b", 1L);
        tree.put("a", List.of(Map.of("x", List.of(1, 2.5, true)), "te\"xt\n\u0001 ü💥"));
        tree.put("empty", List.of());
        tree.put("none", Map.of());
        assertEquals("""
                {
                  "b": 1,
                  "a": [
                    {"x": [1, 2.5, true]},
                    "te\\"xt\\n\\u0001 ü💥"
                  ],
                  "empty": [],
                  "none": {}
                }
                """, Json.write(tree, 1));
        assertEquals("{\"b\": 1}\n", Json.write(Map.of("b", (short) 1), -1));
    }

    @Test
    void readsBackWhatItWrote() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("text", "\u0000 \\ / \" \u2028 𝄞 ");
        tree.put("long", Long.MIN_VALUE);
        tree.put("double", -1.5e-300);
        tree.put("flags", List.of(true, false));
        tree.put("nested", List.of(List.of(List.of()), Map.of("", Map.of())));
        for (int depth = -1; depth < 5; depth++) {
            Object read = Json.parse(Json.write(tree, depth), "place");
            assertEquals(tree, read);
            assertEquals(List.copyOf(tree.keySet()), List.copyOf(((Map<?, ?>) read).keySet()));
        }
        assertEquals("scalar", Json.parse("\"scalar\"", "place"));
    }

    @Test
    void refusesWhatIsNoJsonValue() {
        assertThrows(IllegalArgumentException.class, () -> Json.write(Map.of("a", Double.NaN), 0));
        assertThrows(IllegalArgumentException.class, () -> Json.write(List.of(new Object()), 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|f.json:1:1: the file is empty.",
                "{|f.json:1:2: not JSON: Unexpected end-of-input",
                "{\"a\": null}|f.json:1:7: null has no meaning here.",
                "{\"a\": 1, \"a\": 2}|not JSON: Duplicate Object property \"a\"",
                "[1] [2]|f.json:1:5: there is something behind the end of the value.",
                "[99999999999999999999]|f.json:1:2: the number has more digits than 64 bits hold.",
                "[1e999]|f.json:1:2: the number is too large for a double.",
                "[NaN]|not JSON: ",
                "[1,]|f.json:1:4: not JSON: ",
                "{a: 1}|not JSON: ",
            })
    void namesPlaceLineAndColumn(String json, String expected) {
        MigratableException e = assertThrows(MigratableException.class, () -> Json.parse(json, "f.json"));
        assertEquals("JSN01", e.code());
        assertEquals(1, e.line().lines().count(), e.line());
        assertEquals(true, e.getMessage().contains(expected), e.getMessage());
    }

    @Test
    void survivesNestingThatWouldOverflowTheStack() {
        String json = "[".repeat(100_000);
        assertEquals(
                "JSN01",
                assertThrows(MigratableException.class, () -> Json.parse(json, "f"))
                        .code());
    }
}

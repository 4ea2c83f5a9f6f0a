package dev.migratable.classify;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.classify.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each row of the catalogue of changes has a rule, or a reason for having none; each rule has a row. */
class CatalogueTest {

    private static final Pattern ROW = Pattern.compile("\\| (.+) \\| (.+) \\|");
    private static final Pattern RULE = Pattern.compile("\\[(MIG\\d{3})]\\(\\1\\.md\\)");
    private static final Pattern RULES = Pattern.compile(RULE.pattern() + "(, \\[MIG\\d{3}]\\(MIG\\d{3}\\.md\\))*");
    private static final Pattern REASON = Pattern.compile("(safe|not applicable): \\S.{9,}[^.]");

    private static Map<String, String> table() throws IOException {
        Path root = Path.of(System.getProperty("migratable.root"));
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(root.resolve("docs/rules/catalogue.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && !row.group(1).equals("change")) {
                assertTrue(rows.put(row.group(1), row.group(2)) == null, line);
            }
        }
        return rows;
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = CatalogueTest.class.getResourceAsStream("catalogue-rows.txt")) {
            return new String(requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void everyRowIsThere() throws IOException {
        assertEquals(rows(), List.copyOf(table().keySet()));
    }

    @Test
    void everyRowHasARuleOrAReason() throws IOException {
        table().forEach((row, answer) -> assertTrue(
                RULES.matcher(answer).matches() || REASON.matcher(answer).matches(), row + ": " + answer));
    }

    @Test
    void everyRuleThatIsNamedExistsAndEachHasARow() throws IOException {
        Set<String> named = new TreeSet<>();
        table().values().forEach(answer -> RULE.matcher(answer).results().forEach(m -> named.add(m.group(1))));
        Set<String> existing = new TreeSet<>();
        Rules.ids().forEach(id -> existing.add(id.value()));
        assertEquals(existing, named);
    }
}

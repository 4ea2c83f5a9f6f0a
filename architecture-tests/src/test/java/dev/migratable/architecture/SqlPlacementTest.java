package dev.migratable.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL is written in resource files, in {@code dev.migratable.runtime.sql} and in classes named {@code *Store}. */
class SqlPlacementTest {
    private static final Pattern SQL =
            Pattern.compile("\\s*(SELECT|INSERT|UPDATE|DELETE|ALTER|CREATE|DROP)\\s.*", Pattern.DOTALL);

    /** Tests and demos set databases up; a reader should see the SQL they use right there. */
    private static final List<String> EXEMPT_MODULES =
            List.of("testkit", "examples", "benchmarks", "architecture-tests");

    private static final Path ROOT = Path.of(System.getProperty("migratable.root"));
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path DDL_PACKAGE = Path.of("dev", "migratable", "runtime", "sql");

    @Test
    void sqlIsWrittenWhereItBelongs() throws IOException {
        List<Path> sources = sources();
        assertFalse(sources.isEmpty(), "no sources under " + ROOT);
        List<String> misplaced = sources.stream()
                .filter(source -> !mayHoldSql(source))
                .flatMap(SqlPlacementTest::sqlIn)
                .toList();
        assertEquals(List.of(), misplaced, () -> "SQL belongs elsewhere:\n" + String.join("\n", misplaced));
    }

    @Test
    void theScanSeesLiteralsAndTextBlocksAndNothingElse() {
        String source = """
                // "SELECT 1"
                /* "SELECT 2" */ char quote = '"';
                String a = "say \\"SELECT 3\\"", b = "SELECT 4";
                String c = \"""
                        DROP TABLE x\""";
                """;
        List<String> literals = StringLiterals.in(source);
        assertEquals(3, literals.size(), literals::toString);
        assertEquals(List.of("SELECT 4"), List.of(literals.get(1)));
        assertFalse(isSql(literals.get(0)));
        assertTrue(isSql(literals.get(1)));
        assertTrue(isSql(literals.get(2)));
        assertFalse(isSql("Create a column"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ROOT::relativize)
                    .filter(file -> file.toString().contains(SOURCES.toString()))
                    .filter(file -> !EXEMPT_MODULES.contains(file.getName(0).toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean mayHoldSql(Path source) {
        return source.toString().contains(DDL_PACKAGE.toString())
                || source.getFileName().toString().endsWith("Store.java");
    }

    private static Stream<String> sqlIn(Path source) {
        return StringLiterals.in(read(source)).stream()
                .filter(SqlPlacementTest::isSql)
                .map(literal ->
                        source + ": " + literal.strip().lines().findFirst().orElseThrow());
    }

    private static boolean isSql(String literal) {
        return SQL.matcher(literal).matches();
    }

    private static String read(Path source) {
        try {
            return Files.readString(ROOT.resolve(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.migratable.classify;

import dev.migratable.schema.QualifiedName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that lies beside this class as a {@code .sql} file, with names in braces for what is filled in.
 *
 * @param file the file's name without its ending
 * @param values what stands for each name
 */
record Sql(String file, Map<String, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    static Sql template(String file) {
        return new Sql(file, Map.of());
    }

    Sql with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Sql(file, more);
    }

    /** Returns the statement; what is filled in is not looked at again. Comments go, for they name places too. */
    String text() {
        String template = read(file).replaceAll("(?m)^--.*\\R", "").strip();
        Matcher places = PLACE.matcher(template);
        return places.replaceAll(
                place -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)), place.group(1))));
    }

    /** Returns an identifier in quotes. */
    static String name(String raw) {
        return '"' + raw.replace("\"", "\"\"") + '"';
    }

    static String name(QualifiedName name) {
        return name(name.schema()) + "." + name(name.name());
    }

    /** Returns the name by which an expression may qualify the columns of a table. */
    static String alias(QualifiedName table) {
        return name(table.name());
    }

    private static String read(String file) {
        String name = file + ".sql";
        try (InputStream in = Sql.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name + " is missing beside " + Sql.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

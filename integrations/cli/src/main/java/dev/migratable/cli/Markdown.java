package dev.migratable.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes texts so that GitHub and GitLab show them as they are. */
final class Markdown {

    /** {@code @RenamedFrom("x")}: as plain text it would notify whoever has that name. */
    private static final Pattern ANNOTATION = Pattern.compile("@\\w+(\\([^()]*\\))?");

    private static final String SPECIAL = "\\`*_[]<>|~#!";

    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Returns plain text, annotations in it as code. */
    static String text(String text) {
        StringBuilder result = new StringBuilder();
        Matcher annotations = ANNOTATION.matcher(text);
        int from = 0;
        while (annotations.find()) {
            result.append(escaped(text.substring(from, annotations.start()))).append(code(annotations.group()));
            from = annotations.end();
        }
        return result.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        for (char c : text.replaceAll("\\s+", " ").toCharArray()) {
            if (c == '@') {
                result.append("&#64;");
            } else {
                result.append(SPECIAL.indexOf(c) < 0 ? "" : "\\").append(c);
            }
        }
        return result.toString();
    }

    /** Returns a span of code. */
    static String code(String text) {
        String line = text.replaceAll("\\s+", " ");
        String fence = fence(text, 1);
        boolean padded = line.startsWith("`") || line.endsWith("`");
        return padded ? fence + " " + line + " " + fence : fence + line + fence;
    }

    /** Returns a block of SQL. */
    static String sql(List<String> lines) {
        String fence = fence(String.join("\n", lines), 3);
        return fence + "sql\n" + String.join("\n", lines) + "\n" + fence + "\n";
    }

    /** Returns a fence that the text does not end: longer than any run of backticks in it. */
    private static String fence(String text, int shortest) {
        int longest = BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
        return "`".repeat(longest < shortest ? shortest : longest + 1);
    }

    /** Returns a row of a table; there a bar is escaped in code, too, and nowhere else. */
    static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> BAR.matcher(cell).replaceAll("\\\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Returns the first two rows of a table. */
    static String head(List<String> names) {
        List<String> lines = new ArrayList<>();
        names.forEach(name -> lines.add("---"));
        return row(names) + row(lines);
    }

    /** Returns a word that begins with a capital. */
    static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

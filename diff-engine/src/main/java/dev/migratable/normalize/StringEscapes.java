package dev.migratable.normalize;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the backslash escapes of {@code E'…'}; PostgreSQL manual, 4.1.2.2. */
final class StringEscapes {

    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(.))", Pattern.DOTALL);

    private StringEscapes() {}

    static String decode(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(java.util.regex.MatchResult match) {
        for (int group = 1; group <= 3; group++) {
            if (match.group(group) != null) {
                return Character.toString(Integer.parseInt(match.group(group), 16));
            }
        }
        if (match.group(4) != null) {
            return Character.toString(Integer.parseInt(match.group(4), 8));
        }
        return switch (match.group(5)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case "b" -> "\b";
            case "f" -> "\f";
            default -> match.group(5);
        };
    }
}

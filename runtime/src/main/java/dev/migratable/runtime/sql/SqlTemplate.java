package dev.migratable.runtime.sql;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {name}} places of an SQL template in one pass, so that what is put in is never read as a place. */
final class SqlTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private SqlTemplate() {}

    /**
     * Returns the template with its places filled.
     *
     * @throws IllegalArgumentException where a place has no value
     */
    static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(value(place, values)));
    }

    private static String value(MatchResult place, Map<String, String> values) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalArgumentException("no value for " + place.group());
        }
        return value;
    }
}

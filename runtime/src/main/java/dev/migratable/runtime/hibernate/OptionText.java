package dev.migratable.runtime.hibernate;

import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ReferentialAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The free text that the mapping appends to a definition ({@code options}), taken apart from its beginning to its end.
 * What nobody took is left for an error. Not thread-safe.
 */
final class OptionText {

    private String rest;

    OptionText(@Nullable String text) {
        rest = text == null ? "" : text.strip();
    }

    /** Takes the next words, where they match, and returns the first group, or all of it where there is no group. */
    Optional<String> take(String regex) {
        Matcher matcher = Pattern.compile("(?is)" + regex + "(?![\\w(])\\s*").matcher(rest);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        rest = rest.substring(matcher.end());
        return Optional.of(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
    }

    /** Takes everything behind a word. */
    Optional<String> takeBehind(String word) {
        return take(word + "\\s+(.+)").map(String::strip);
    }

    /** Takes {@code INCLUDE (columns)}; raw names. */
    List<String> takeInclude() {
        return take("include\\s*\\(([^)]*)\\)")
                .map(names -> Arrays.stream(names.split(","))
                        .map(name -> PostgresNames.raw(name.strip()))
                        .toList())
                .orElse(List.of());
    }

    /** Takes {@code ON UPDATE action}. */
    ReferentialAction takeOnUpdate() {
        return take("on\\s+update\\s+(no\\s+action|restrict|cascade|set\\s+null|set\\s+default)")
                .map(words ->
                        ReferentialAction.valueOf(words.toUpperCase(Locale.ROOT).replaceAll("\\s+", "_")))
                .orElse(ReferentialAction.NO_ACTION);
    }

    /** Takes the words on when a constraint is checked. */
    Deferrability takeDeferrability() {
        boolean not = take("not\\s+deferrable").isPresent();
        boolean deferrable = !not && take("deferrable").isPresent();
        if (take("initially\\s+deferred").isPresent()) {
            take("deferrable");
            return Deferrability.INITIALLY_DEFERRED;
        }
        take("initially\\s+immediate");
        return deferrable || (!not && take("deferrable").isPresent())
                ? Deferrability.INITIALLY_IMMEDIATE
                : Deferrability.NOT_DEFERRABLE;
    }

    /** Returns what nobody took. */
    Optional<String> rest() {
        return rest.isBlank() ? Optional.empty() : Optional.of(rest);
    }
}

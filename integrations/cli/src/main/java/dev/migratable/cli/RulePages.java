package dev.migratable.cli;

import dev.migratable.classify.RuleId;
import java.util.Optional;

/**
 * Says where the pages of the rules are.
 *
 * @param base the URL that the project's directory {@code docs} is published under, ending with a slash; empty where it
 *     is not known
 */
record RulePages(Optional<String> base) {

    /** The pages in the project itself. */
    static final RulePages IN_PROJECT = new RulePages(Optional.empty());

    private static final String DIRECTORY = "docs/";

    /** Ends the URL with a slash. */
    RulePages {
        base = base.map(url -> url.endsWith("/") ? url : url + "/");
    }

    /** Returns the page's URL where it is known, else its path in the project. */
    String page(RuleId rule) {
        return url(rule).orElseGet(rule::page);
    }

    /** Returns the page's URL; empty where it is not known. */
    Optional<String> url(RuleId rule) {
        return base.map(url -> url + rule.page().substring(DIRECTORY.length()));
    }
}

package dev.migratable.classify;

import java.util.Objects;

/**
 * What one rule says about one change.
 *
 * @param rule the rule
 * @param risk how dangerous the rule finds the change
 * @param element the place for people: {@code customer.email}
 * @param message the fact, one sentence without its full stop
 * @param fix the safe way, one imperative sentence without its full stop
 */
public record Finding(RuleId rule, Risk risk, String element, String message, String fix) {

    /** Rejects nulls. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(element, "element");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(fix, "fix");
    }
}

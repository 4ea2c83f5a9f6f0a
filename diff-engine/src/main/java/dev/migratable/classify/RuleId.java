package dev.migratable.classify;

/**
 * Names a rule: {@code MIG} and three digits, of which the first tells the area (1 data loss, 2 fails on data, 3 locks
 * and rewrites, 4 breaks a running version, 5 correctness and hygiene).
 *
 * @param value for example {@code MIG204}
 */
public record RuleId(String value) implements Comparable<RuleId> {

    /** Rejects anything of another shape. */
    public RuleId {
        if (!value.matches("MIG[1-9]\\d\\d")) {
            throw new IllegalArgumentException("not a rule id: '" + value + "'");
        }
    }

    /** Returns the rule's page within the project. */
    public String page() {
        return "docs/rules/" + value + ".md";
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Risk;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code diff} and {@code plan} tell other tools.
 *
 * @param command which of the two
 * @param comparison the two sides
 * @param changes the changes as the command judges them, riskiest first
 * @param refusals what no plan is made for; none for {@code diff}
 * @param failOn the risk from which on a change is a failure; empty where none is
 * @param pages where the rules are explained
 */
record Report(
        String command,
        Comparison comparison,
        List<ClassifiedChange> changes,
        List<Refusal> refusals,
        Optional<Risk> failOn,
        RulePages pages) {

    /** Sorts the changes. */
    Report {
        Objects.requireNonNull(failOn, "failOn");
        changes = Comparison.riskiestFirst(changes);
        refusals = List.copyOf(refusals);
    }

    /** Returns whether a change is a failure. */
    boolean fails(ClassifiedChange change) {
        return failOn.filter(limit -> change.risk().compareTo(limit) >= 0).isPresent();
    }

    /** Returns how many changes are failures. */
    long failures() {
        return changes.stream().filter(this::fails).count();
    }

    /** Returns why the command fails, for people; empty where no change is a failure. */
    Optional<String> failure() {
        long failures = failures();
        return failOn.filter(limit -> failures > 0)
                .map(limit -> failures + (failures == 1 ? " change is " : " changes are ") + limit
                        + (limit == Risk.DESTRUCTIVE ? "" : " or worse") + " (--fail-on "
                        + limit.name().toLowerCase(Locale.ROOT) + ")");
    }
}

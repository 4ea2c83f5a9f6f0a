package dev.migratable.classify;

import dev.migratable.change.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A change and the judgement on it.
 *
 * @param change the change
 * @param risk the greatest risk among the findings that are not accepted; {@link Risk#SAFE} where there is none
 * @param facts what the plain statement does
 * @param findings what the rules say, riskiest first
 * @param accepted findings that an {@code @AcceptRisk} covers, with its reason
 */
public record ClassifiedChange(
        Change change, Risk risk, Facts facts, List<Finding> findings, List<AcceptedFinding> accepted) {

    /**
     * A finding that a person has accepted.
     *
     * @param finding the finding
     * @param reason why, in the person's words
     */
    public record AcceptedFinding(Finding finding, String reason) {}

    /** Copies and sorts. */
    public ClassifiedChange {
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(facts, "facts");
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::risk).reversed().thenComparing(Finding::rule))
                .toList();
        accepted = List.copyOf(accepted);
    }
}

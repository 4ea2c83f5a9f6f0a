package dev.migratable.runtime.expansion;

import dev.migratable.change.Change;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refuses statements that nothing spares the rewrite of a table, unless somebody accepts what the rules find. */
final class Rewrite {
    /** The server is too old for it, whatever anybody accepts. */
    private static final RuleId NEWER_SERVER = new RuleId("MIG507");

    private final PlanDraft draft;

    Rewrite(PlanDraft draft) {
        this.draft = draft;
    }

    /**
     * Refuses a change for what is found and not accepted.
     *
     * @param wayOut what can be done instead
     */
    boolean isRefused(Change change, ClassifiedChange judged, String wayOut) {
        List<Finding> never = Stream.concat(
                        judged.findings().stream(), judged.accepted().stream().map(AcceptedFinding::finding))
                .filter(f -> f.rule().equals(NEWER_SERVER))
                .toList();
        List<Finding> open = judged.findings().stream()
                .filter(f -> f.risk().compareTo(Risk.UNSAFE) >= 0)
                .toList();
        if (!never.isEmpty()) {
            draft.refuse(change, facts(never), never.get(0).fix());
        } else if (!open.isEmpty()) {
            String rules = open.stream().map(f -> f.rule().value()).collect(Collectors.joining(" and "));
            draft.refuse(
                    change,
                    facts(open),
                    wayOut + "; or, where the table is small enough to stand still, accept " + rules
                            + " with --accept-risk or @AcceptRisk");
        }
        return !never.isEmpty() || !open.isEmpty();
    }

    private static String facts(List<Finding> findings) {
        return findings.stream().map(f -> f.rule() + " it " + f.message()).collect(Collectors.joining("; "));
    }
}

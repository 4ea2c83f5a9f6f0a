package dev.migratable.classify.rule;

import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.classify.StaleDeclaration;
import dev.migratable.schema.Declarations;
import java.util.List;

/** Tells of an {@code @AcceptRisk} that hides nothing. */
public final class StaleAcceptance {

    /** Its id. */
    public static final RuleId ID = new RuleId("MIG504");

    private StaleAcceptance() {}

    /** Returns a finding for each acceptance that covers no finding of the changes. */
    public static List<StaleDeclaration> check(List<ClassifiedChange> changes, ClassificationContext context) {
        return context.declarations().acceptedRisks().stream()
                .filter(a -> changes.stream().noneMatch(c -> covers(a, c)))
                .map(a -> new StaleDeclaration(
                        a.table(),
                        a.column(),
                        new Finding(
                                ID,
                                Risk.UNSAFE,
                                a.column().map(c -> Elements.of(a.table(), c)).orElse(Elements.of(a.table())),
                                "accepts " + a.rule() + ", which finds nothing here",
                                "Remove @AcceptRisk(rule = \"" + a.rule() + "\")")))
                .toList();
    }

    private static boolean covers(Declarations.AcceptedRisk acceptance, ClassifiedChange change) {
        return change.accepted().stream()
                .anyMatch(f -> f.finding().rule().value().equals(acceptance.rule())
                        && Acceptances.isAt(acceptance, change.change()));
    }
}

package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a required column that loses what filled it. */
final class LostDefaultRule implements Rule {

    private static final RuleId ID = new RuleId("MIG407");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Inserts that leave a column out break";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        boolean lostDefault =
                change instanceof ChangeDefault value && value.to().isEmpty() && facts.breaksOld();
        boolean lostIdentity = change instanceof ChangeIdentity identity
                && facts.breaksOld()
                && identity.to().isEmpty();
        boolean always = change instanceof ChangeIdentity identity
                && facts.breaksOld()
                && identity.to().isPresent();
        if (!lostDefault && !lostIdentity && !always) {
            return List.of();
        }
        String message = always
                ? "becomes GENERATED ALWAYS; inserts that give it a value fail"
                : "is NOT NULL and loses its " + (lostDefault ? "default" : "identity")
                        + "; inserts that leave it out fail";
        return List.of(new Finding(
                ID, Risk.CAUTION, Elements.of(change), message, "Do it when no version is alive that relies on it"));
    }
}

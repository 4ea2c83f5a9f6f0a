package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeStorageParameters;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells of a table that nobody cleans up any more. */
final class AutovacuumRule implements Rule {

    private static final RuleId ID = new RuleId("MIG516");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A table without autovacuum grows, and the planner misjudges it";
    }

    private static final Set<String> PARAMETERS = Set.of("autovacuum_enabled", "toast.autovacuum_enabled");

    /** What PostgreSQL reads as false; abbreviations of these too. */
    private static final Set<String> OFF = Set.of("false", "off", "no", "0", "f", "n", "of");

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeStorageParameters parameters)
                || !isOff(parameters.to())
                || isOff(parameters.from())) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(change),
                "is no longer vacuumed and analyzed by itself, but to prevent the wraparound of transaction ids",
                "Keep autovacuum, with thresholds of the table's own, or vacuum it by a job"));
    }

    private static boolean isOff(Map<String, String> parameters) {
        return PARAMETERS.stream()
                .anyMatch(name ->
                        OFF.contains(parameters.getOrDefault(name, "true").toLowerCase(Locale.ROOT)));
    }
}

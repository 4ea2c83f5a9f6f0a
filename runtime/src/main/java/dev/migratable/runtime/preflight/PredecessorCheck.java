package dev.migratable.runtime.preflight;

import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.sql.PreflightSql;
import dev.migratable.runtime.sql.RunnerSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds earlier migrations that have to be contracted first and neither are nor will be. */
final class PredecessorCheck implements PreflightCheck {

    @Override
    public String subject() {
        return "earlier migrations";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        boolean known = database.isTrue(RunnerSql.BOOKKEEPING_EXISTS);
        Set<MigrationPlan> expanding = new LinkedHashSet<>();
        Set<String> contracting = new LinkedHashSet<>();
        for (PendingStep pending : scope.wanted()) {
            if (pending.step().header().phase() == Phase.CONTRACT) {
                contracting.add(pending.plan().id());
            } else {
                expanding.add(pending.plan());
            }
        }
        List<PreflightFinding> findings = new ArrayList<>();
        for (MigrationPlan plan : expanding) {
            for (String required : plan.requiresContracted()) {
                boolean contracted = known
                        && database.rows(PreflightSql.STATE, row -> row.getString(1), required)
                                .contains("contracted");
                if (!contracted && !contracting.contains(required)) {
                    findings.add(PreflightFinding.error(
                            "PRE16",
                            plan.id(),
                            "touches tables of " + required + ", which is not contracted yet",
                            "Contract " + required + " first, by apply --phase contract"));
                }
            }
        }
        return findings;
    }
}

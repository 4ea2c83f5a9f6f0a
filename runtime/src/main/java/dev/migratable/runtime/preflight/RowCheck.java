package dev.migratable.runtime.preflight;

import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.plan.VerifyStep;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the rows that a verification would stop at, as they will be when the backfills have written them, and finds
 * expressions that fail on a row. What only the contract's gate demands is told, for there is time until then.
 */
final class RowCheck implements PreflightCheck {

    /** What is about a column or a table that an earlier step makes, or that the role may not read (PRE05, PRE06). */
    private static final Set<String> NOT_FOR_NOW = Set.of("42703", "42P01", "42501");

    private final RowCounter counter;

    RowCheck(RowCounter counter) {
        this.counter = counter;
    }

    @Override
    public String subject() {
        return "rows";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        Map<QualifiedName, List<Assignment>> assignments = assignments(scope);
        List<PreflightFinding> findings = new ArrayList<>();
        Set<Verification> looked = new HashSet<>();
        for (PendingStep pending : scope.steps()) {
            for (Verification verification : verifications(pending)) {
                if (scope.isLookable(pending, verification.table()) && looked.add(verification)) {
                    look(pending, verification, assignments.getOrDefault(verification.table(), List.of()), findings);
                }
            }
        }
        return findings;
    }

    /** A gate that is to open now counts every row itself. */
    private static List<Verification> verifications(PendingStep pending) {
        if (pending.step() instanceof VerifyStep verify) {
            return verify.verifications();
        }
        return pending.step() instanceof GateStep gate && !pending.wanted() ? gate.verifications() : List.of();
    }

    private static Map<QualifiedName, List<Assignment>> assignments(PreflightScope scope) {
        return scope.steps().stream()
                .map(PendingStep::step)
                .filter(s -> s instanceof BackfillStep && s.header().phase() != Phase.CONTRACT)
                .map(s -> ((BackfillStep) s).spec())
                .collect(Collectors.toMap(
                        spec -> spec.table(),
                        spec -> spec.assignments(),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
    }

    private void look(
            PendingStep pending,
            Verification verification,
            List<Assignment> assignments,
            List<PreflightFinding> findings)
            throws SQLException {
        String place = verification.table().display();
        try {
            RowCounter.Count count = counter.count(verification.table(), verification.violation(), assignments);
            if (count.rows() > 0) {
                findings.add(found(pending, verification, count));
            } else if (count.extent() != RowCounter.Extent.ALL) {
                findings.add(PreflightFinding.warning(
                        "PRE14",
                        place,
                        (count.extent() == RowCounter.Extent.SAMPLE
                                        ? "too many rows to count: none of a sample is in the way of "
                                        : "too many rows to look at: it is not known whether one is in the way of ")
                                + "the demand that no row be one of which holds: " + verification.meaning(),
                        "Nothing: every row is counted when it matters"));
            }
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (!NOT_FOR_NOW.contains(state)) {
                findings.add(failed(pending, place, state, e));
            }
        }
    }

    private static PreflightFinding found(PendingStep pending, Verification verification, RowCounter.Count count) {
        String place = verification.table().display();
        String fact = count.words() + ": " + verification.meaning();
        return pending.wanted()
                ? PreflightFinding.error("PRE14", place, fact, "Correct these rows")
                : PreflightFinding.warning(
                        "PRE14",
                        place,
                        fact + "; the gate stays closed as long as there is one",
                        "Correct these rows before the contract");
    }

    private static PreflightFinding failed(PendingStep pending, String place, String state, SQLException e) {
        if (DatabaseErrors.isPassing(e)) {
            return PreflightFinding.warning(
                    "PRE99",
                    place,
                    "its rows could not be counted: " + DatabaseErrors.firstLine(e),
                    "Nothing: every row is counted when it matters");
        }
        String fact = "computing what the backfill writes fails: " + DatabaseErrors.firstLine(e);
        String fix = "Correct the row, or the expression of the migration";
        boolean ofData = state.startsWith("22") || state.equals("42883") || state.equals("42804");
        return ofData && pending.wanted()
                ? PreflightFinding.error("PRE15", place, fact, fix)
                : PreflightFinding.warning("PRE15", place, fact, fix);
    }
}

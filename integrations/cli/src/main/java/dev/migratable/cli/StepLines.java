package dev.migratable.cli;

import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.plan.VerifyStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a step does, a line for each statement or condition. */
final class StepLines implements Step.Visitor<List<String>> {

    @Override
    public List<String> visit(DdlStep step) {
        return statements(step.statements(), step.rollback());
    }

    @Override
    public List<String> visit(ConcurrentIndexStep step) {
        List<String> lines = new ArrayList<>(List.of("-- each statement outside a transaction"));
        lines.addAll(statements(step.statements(), step.rollback()));
        return lines;
    }

    @Override
    public List<String> visit(BackfillStep step) {
        String key = step.spec().byPlace()
                ? "block, as there is no key"
                : step.spec().key().stream().map(KeyColumn::name).collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>(List.of("in committed batches by " + key + ":"));
        for (Assignment assignment : step.spec().assignments()) {
            lines.add(assignment.column() + " = " + assignment.expression()
                    + (assignment.mode() == Mode.FILL ? ", where it is null" : ", where it differs"));
        }
        return lines;
    }

    @Override
    public List<String> visit(VerifyStep step) {
        return verifications(step.verifications());
    }

    @Override
    public List<String> visit(GateStep step) {
        return verifications(step.verifications());
    }

    private static List<String> verifications(List<Verification> verifications) {
        return verifications.stream()
                .map(verification -> "no row of " + verification.table().display() + " where "
                        + verification.violation() + " (" + verification.meaning() + ")")
                .toList();
    }

    /** Statements in full; of a way back that is a block its first line, or the forward way would drown in it. */
    private static List<String> statements(List<String> statements, List<String> rollback) {
        List<String> lines = new ArrayList<>();
        statements.forEach(statement -> (statement + ";").lines().forEach(lines::add));
        for (String statement : rollback) {
            List<String> back = (statement + ";").lines().toList();
            String rest = back.size() == 1 ? "" : " … (" + back.size() + " lines)";
            lines.add("-- rollback: " + back.get(0) + rest);
        }
        return lines;
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.change.Change;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Collects steps, conditions of the gate, refusals, and the schema as it is after expand. Not thread-safe. */
final class PlanDraft {
    private final List<StepDraft> steps = new ArrayList<>();
    private final List<Verification> gate = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<QualifiedName, Transition> transitions = new TreeMap<>();
    private Schema expanded;

    PlanDraft(Schema from) {
        this.expanded = from;
    }

    /** Adds a step. */
    void add(StepDraft step) {
        steps.add(step);
    }

    /** Adds something that no row may be when the gate opens. */
    void gate(Verification verification) {
        if (!gate.contains(verification)) {
            gate.add(verification);
        }
    }

    void refuse(Change change, String reason, String wayOut) {
        refusals.add(new Refusal(change.description(), reason, wayOut));
    }

    /** Records that expand completes a change. */
    void expands(Change change) {
        if (refusals.isEmpty()) { // else there is no plan, and what the change needs may be what was refused
            expanded = change.applyTo(expanded);
        }
    }

    /** Records what expand does to a table where that is not the whole of a change. */
    void expands(QualifiedName table, UnaryOperator<Table> edit) {
        if (refusals.isEmpty()) {
            expanded = expanded.editTable(table, edit);
        }
    }

    Transition transition(QualifiedName table) {
        return transitions.computeIfAbsent(table, Transition::new);
    }

    List<Transition> transitions() {
        return List.copyOf(transitions.values());
    }

    List<Verification> gate() {
        return gate;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Returns the schema as a comparison finds it between expand and contract. */
    Schema expanded() {
        return expanded;
    }

    boolean hasContract() {
        return steps.stream().anyMatch(s -> s.stage().phase() == Phase.CONTRACT);
    }

    /** Returns the steps of expand or of contract in order, numbered. */
    List<Step> steps(boolean contract) {
        List<StepDraft> ordered = steps.stream()
                .filter(s -> (s.stage().phase() == Phase.CONTRACT) == contract)
                .sorted(Comparator.comparing(StepDraft::stage))
                .toList();
        List<Step> result = new ArrayList<>();
        for (StepDraft step : ordered) {
            result.add(step.number(contract ? "contract" : "expand", result.size() + 1));
        }
        return result;
    }
}

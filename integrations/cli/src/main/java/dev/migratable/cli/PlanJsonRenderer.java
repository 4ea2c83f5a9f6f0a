package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.json.Json;
import dev.migratable.runtime.expansion.PlanResult;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.runtime.plan.PlanJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a plan for programs, as {@code docs/reference/cli-json.md} describes it. */
final class PlanJsonRenderer {

    /** Deep enough that a statement has a line of its own. */
    private static final int INLINE_DEPTH = 4;

    private PlanJsonRenderer() {}

    /**
     * Returns the JSON, which ends with a newline.
     *
     * @param changes the changes as the planner judges them
     * @param result the plan or the refusals; empty where there is nothing to plan
     */
    static String render(Comparison comparison, List<ClassifiedChange> changes, Optional<PlanResult> result) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", DiffJsonRenderer.FORMAT);
        DiffJsonRenderer.sides(root, comparison);
        root.put("changes", DiffJsonRenderer.changes(Comparison.riskiestFirst(changes)));
        result.flatMap(PlanResult::plan)
                .ifPresent(plan -> root.put("plan", Json.parse(PlanJson.write(plan), plan.id())));
        List<Refusal> refusals = result.map(PlanResult::refusals).orElse(List.of());
        root.put("refusals", refusals.stream().map(PlanJsonRenderer::refusal).toList());
        root.put("notes", Notes.of(comparison));
        return Json.write(root, INLINE_DEPTH);
    }

    private static Map<String, Object> refusal(Refusal refusal) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("change", refusal.change());
        tree.put("reason", refusal.reason());
        tree.put("wayOut", refusal.wayOut());
        return tree;
    }
}

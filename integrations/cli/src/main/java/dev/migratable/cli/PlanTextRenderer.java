package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.expansion.PlanResult;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.MigrationPlan.PlannedChange;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.StepHeader;
import dev.migratable.runtime.sql.BookkeepingSql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a plan for people: what changes, then the steps by phase, each with its lock, its SQL and the way back. */
final class PlanTextRenderer {

    private static final String INDENT = "    ";

    /** What each phase is called. */
    static final Map<Phase, String> PHASES = Map.of(
            Phase.EXPAND, "EXPAND, before the rollout of the new version",
            Phase.BACKFILL, "BACKFILL, in batches",
            Phase.VERIFY, "VERIFY",
            Phase.CONTRACT, "CONTRACT, after the rollout, behind the gate");

    private final Comparison comparison;
    private final Ink ink;
    private final StringBuilder text = new StringBuilder();

    private PlanTextRenderer(Comparison comparison, Ink ink) {
        this.comparison = comparison;
        this.ink = ink;
    }

    /**
     * Returns the text, which ends with a newline.
     *
     * @param result the plan or the refusals; empty where there is nothing to plan
     */
    static String render(Comparison comparison, Optional<PlanResult> result, Ink ink) {
        return result.map(found -> found.plan()
                        .map(plan -> new PlanTextRenderer(comparison, ink).plan(plan))
                        .orElseGet(() -> refused(found.refusals())))
                .orElse(DiffTextRenderer.NO_DIFFERENCES + "\n");
    }

    /** Returns a line for each refusal. */
    static String refused(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> "refused: " + refusal.line() + "\n")
                .collect(Collectors.joining());
    }

    private String plan(MigrationPlan plan) {
        line(
                "",
                plan.id() + ": " + count(plan.changes().size(), "change") + ", "
                        + count(plan.steps().size(), "step"));
        for (PlannedChange change : plan.changes()) {
            line(INDENT, ink.risk(change.risk()) + " " + change.description());
        }
        Optional<Phase> phase = Optional.empty();
        int number = 0;
        for (Step step : plan.steps()) {
            Phase next = step.header().phase();
            if (!phase.equals(Optional.of(next))) {
                line("", "");
                line("", PHASES.getOrDefault(next, next.name()));
                phase = Optional.of(next);
            }
            number++;
            step(number, step);
        }
        return text.toString();
    }

    private void step(int number, Step step) {
        StepHeader header = step.header();
        line("", "");
        line("", "%3d %s".formatted(number, header.id() + ": " + header.purpose()));
        line(INDENT, facts(header, comparison));
        header.notes().forEach(note -> line(INDENT, note));
        lines(step).forEach(line -> line(INDENT, line));
    }

    /** Returns what a step does, a line for each statement or condition. */
    static List<String> lines(Step step) {
        return step.header().table().schema().equals(BookkeepingSql.SCHEMA)
                ? List.of("-- Migratable's own tables; the statements are in the generated changelog")
                : step.accept(new StepLines());
    }

    /** Returns what a step does to its table. */
    static String facts(StepHeader header, Comparison comparison) {
        String lock = header.lock() == LockMode.NONE
                ? LockMode.NONE.sql()
                : "lock " + header.lock().sql();
        String rows = comparison
                .from()
                .catalog()
                .map(Catalog::rowCounts)
                .flatMap(counts -> Optional.ofNullable(counts.get(header.table())))
                .map(count -> ", about " + count + (count == 1 ? " row" : " rows"))
                .orElse("");
        return "table " + header.table().display() + rows + "; " + lock
                + (header.rewrites() ? "; rewrites every row" : "")
                + (header.scans() ? "; reads every row" : "");
    }

    /** Returns a number with its noun. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void line(String indent, String line) {
        text.append((indent + line).stripTrailing()).append('\n');
    }
}

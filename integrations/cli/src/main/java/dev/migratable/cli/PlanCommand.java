package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.runtime.changelog.ChangelogReader;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.expansion.PlanRequest;
import dev.migratable.runtime.expansion.PlanResult;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.runtime.expansion.Planner;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the steps that lead from one source to another; writes nothing. */
@Command(
        name = "plan",
        description = "Shows the steps from one schema to another, by phase.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    /** Stands where 'generate' puts the slug. */
    private static final String SLUG = "preview";

    private final Shell shell;

    @Option(names = "--from", paramLabel = "SOURCE", required = true, description = "The current schema.")
    private String from = "";

    @Option(
            names = "--changelog",
            paramLabel = "DIR",
            description = "The migrations before this one, for its number and what it must wait for.")
    private Optional<Path> changelog = Optional.empty();

    @Mixin
    private final ComparisonOptions options = new ComparisonOptions();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    PlanCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Comparison comparison = options.compare(options.reader(shell).read(from), shell);
        KeyEnds.check(comparison);
        List<MigrationPlan> earlier = changelog
                .map(ChangelogOption::existing)
                .map(ChangelogReader::read)
                .orElse(List.of());
        // As 'generate' judges: what is planned runs on other databases, too, whose tables are not so small. What is in
        // the way here is told: rows, and what this server does not know.
        Planned planned = Planned.of(comparison);
        Schema current = planned.from();
        Model desired = planned.to();
        List<ClassifiedChange> changes = comparison.changes().isEmpty()
                ? List.of()
                : Generator.judge(current, desired, comparison.evidence().elsewhere(), comparison.serverVersion());
        Optional<PlanResult> plan = comparison.changes().isEmpty()
                ? Optional.empty()
                : Optional.of(Planner.plan(new PlanRequest(id(earlier), current, desired, changes, earlier)));
        Notes.print(shell, comparison);
        return print(comparison, changes, plan);
    }

    private int print(Comparison comparison, List<ClassifiedChange> changes, Optional<PlanResult> plan) {
        List<Refusal> refusals = plan.map(PlanResult::refusals).orElse(List.of());
        Report result = report.report("plan", comparison, changes, refusals);
        shell.out()
                .print(report.render(
                        result,
                        () -> PlanTextRenderer.render(comparison, plan, Ink.of(shell)),
                        () -> PlanJsonRenderer.render(comparison, changes, plan),
                        tools -> PlanMarkdownRenderer.render(tools, plan),
                        tools -> PlanHtmlRenderer.render(tools, plan)));
        return ReportOptions.exit(result, shell, refusals.isEmpty() ? ExitCode.OK : ExitCode.REFUSED);
    }

    private static String id(List<MigrationPlan> earlier) {
        int last = earlier.stream()
                .mapToInt(plan ->
                        Integer.parseInt(plan.id().substring(0, plan.id().indexOf('_'))))
                .max()
                .orElse(0);
        return "%04d_%s".formatted(last + 1, SLUG);
    }
}

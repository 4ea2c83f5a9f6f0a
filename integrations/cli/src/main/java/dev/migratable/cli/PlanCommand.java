package dev.migratable.cli;

import dev.migratable.runtime.changelog.ChangelogReader;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.expansion.PlanRequest;
import dev.migratable.runtime.expansion.PlanResult;
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
    private final FormatOption format = new FormatOption();

    PlanCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Comparison comparison = options.compare(options.reader(shell).read(from), shell);
        List<MigrationPlan> earlier = changelog
                .map(ChangelogOption::existing)
                .map(ChangelogReader::read)
                .orElse(List.of());
        Optional<PlanResult> result =
                comparison.changes().isEmpty() ? Optional.empty() : Optional.of(plan(comparison, earlier));
        Notes.print(shell, comparison);
        shell.out()
                .print(format.choose(
                        () -> PlanTextRenderer.render(comparison, result),
                        () -> PlanJsonRenderer.render(comparison, result)));
        return result.flatMap(PlanResult::plan).isPresent() || result.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }

    /** Judges as 'generate' does: what is planned runs on other databases, too, whose tables are not so small. */
    private static PlanResult plan(Comparison comparison, List<MigrationPlan> earlier) {
        Schema from = comparison.ownedSchema();
        Model to = comparison.to().model();
        return Planner.plan(new PlanRequest(id(earlier), from, to, Generator.judge(from, to), earlier));
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

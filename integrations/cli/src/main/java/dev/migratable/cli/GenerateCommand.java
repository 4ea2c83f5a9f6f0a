package dev.migratable.cli;

import dev.migratable.runtime.changelog.ChangelogRenderer;
import dev.migratable.runtime.changelog.GenerateRequest;
import dev.migratable.runtime.changelog.GenerateRequest.Baseline;
import dev.migratable.runtime.changelog.GenerateResult;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a migration and the new baseline. */
@Command(
        name = "generate",
        description = "Writes the migration that leads to a schema, and the new baseline.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    private static final String PLAN_FILE = "plan.json";

    private final Shell shell;

    @Option(names = "--from", paramLabel = "SOURCE", description = "The current schema; the baseline unless said.")
    private Optional<String> from = Optional.empty();

    @Mixin
    private final ComparisonOptions options = new ComparisonOptions();

    @Option(
            names = "--changelog",
            paramLabel = "DIR",
            required = true,
            description = "The directory that the migration's directory is written to.")
    private Path changelog = Path.of("");

    @Option(
            names = "--name",
            paramLabel = "SLUG",
            required = true,
            converter = SlugConverter.class,
            description = "What the migration is called behind its number: add_region.")
    private String name = "";

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            defaultValue = "src/main/resources/META-INF/migratable/baseline.json",
            description = "The model file of the latest migration's end; ${DEFAULT-VALUE} unless said.")
    private Path baseline = Path.of("");

    GenerateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Comparison comparison = options.compare(current(), shell);
        KeyEnds.check(comparison);
        Notes.print(shell, comparison);
        if (comparison.changes().isEmpty()) {
            shell.err().println("nothing to do: " + DiffTextRenderer.NO_DIFFERENCES);
            return ExitCode.NOTHING_TO_DO;
        }
        Planned planned = Planned.of(comparison);
        GenerateResult result = Generator.generate(new GenerateRequest(
                ChangelogOption.directory(changelog),
                name,
                planned.from(),
                planned.to(),
                Optional.of(new Baseline(baseline, comparison.to().model())),
                comparison.evidence(),
                comparison.serverVersion()));
        return print(result);
    }

    private Side current() {
        if (from.isPresent()) {
            return options.reader(shell).read(from.get());
        }
        if (Files.exists(baseline)) {
            return options.reader(shell).file(baseline);
        }
        shell.err().println("there is no baseline " + baseline + " yet: starting from an empty schema");
        return Side.offline(baseline.toString(), new Model(Schema.EMPTY, Declarations.NONE));
    }

    private int print(GenerateResult result) {
        if (result.plan().isEmpty()) {
            shell.err().print(PlanTextRenderer.refused(result.refusals()));
            return ExitCode.REFUSED;
        }
        MigrationPlan plan = result.plan().get();
        Path directory = ChangelogOption.directory(changelog);
        Path migration = directory.resolve(plan.id());
        Stream.of(ChangelogRenderer.EXPAND_FILE, ChangelogRenderer.CONTRACT_FILE, PLAN_FILE)
                .map(migration::resolve)
                .filter(Files::exists)
                .forEach(this::printWritten);
        printWritten(directory.resolve(ChangelogOption.ROOT));
        printWritten(baseline);
        shell.out().println(plan.id() + ": " + summary(plan));
        return ExitCode.OK;
    }

    private void printWritten(Path file) {
        shell.out().println("wrote " + file);
    }

    private static String summary(MigrationPlan plan) {
        return Stream.of(Phase.values())
                .map(phase -> count(plan, phase) + " " + phase.name().toLowerCase(Locale.ROOT))
                .filter(words -> !words.startsWith("0 "))
                .collect(Collectors.joining(", ", plan.steps().size() + " steps (", ")"));
    }

    private static long count(MigrationPlan plan, Phase phase) {
        return plan.steps().stream()
                .filter(step -> step.header().phase() == phase)
                .count();
    }
}

package dev.migratable.cli;

import dev.migratable.json.Json;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.preflight.PreflightFinding;
import dev.migratable.runtime.preflight.PreflightFinding.Severity;
import dev.migratable.runtime.preflight.PreflightReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what would stop or hurt what is pending of a changelog. */
@Command(
        name = "preflight",
        description = "Shows what would stop or hurt what is pending of a changelog; writes nothing.",
        mixinStandardHelpOptions = true)
final class PreflightCommand implements Callable<Integer> {

    /** A finding is a few lines. */
    private static final int INLINE_DEPTH = 3;

    private final Shell shell;

    @Option(names = "--url", paramLabel = "JDBC", required = true, description = "The database.")
    private String url = "";

    @Option(
            names = "--changelog",
            paramLabel = "DIR",
            required = true,
            description = "The directory of " + ChangelogOption.ROOT + ", or that file.")
    private Path changelog = Path.of("");

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            split = ",",
            converter = PhaseConverter.class,
            description = "expand (unless said), contract, or both.")
    private List<PhaseGroup> phases = new ArrayList<>();

    @Mixin
    private final PreflightOptions options = new PreflightOptions();

    @Mixin
    private final FormatOption format = new FormatOption();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    PreflightCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path directory = ChangelogOption.existing(changelog);
        Database database = connection.database(url, shell);
        database.check();
        PreflightReport report = Migrator.builder(database.dataSource())
                .changelog(directory)
                .acceptFindings(options.accepted())
                .build()
                .preflight(phases.isEmpty() ? Set.of(PhaseGroup.EXPAND) : Set.copyOf(phases));
        shell.out().print(format.choose(() -> text(report), () -> json(database.place(), report)));
        return report.errors().isEmpty() ? ExitCode.OK : ExitCode.STOPPED_BY_PREFLIGHT;
    }

    private static String text(PreflightReport report) {
        return report.findings().isEmpty()
                ? "nothing is in the way\n"
                : report.findings().stream()
                        .map(finding -> Mask.in(line(finding)) + "\n")
                        .collect(Collectors.joining());
    }

    /** Returns the one line of a finding. */
    static String line(PreflightFinding finding) {
        return word(finding.severity()) + ": " + finding.line();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String json(String place, PreflightReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", DiffJsonRenderer.FORMAT);
        root.put("database", place);
        root.put(
                "findings",
                report.findings().stream().map(PreflightCommand::finding).toList());
        return Json.write(root, INLINE_DEPTH);
    }

    private static Map<String, Object> finding(PreflightFinding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("severity", word(finding.severity()));
        tree.put("code", finding.code());
        tree.put("place", finding.place());
        tree.put("fact", Mask.in(finding.fact()));
        tree.put("fix", finding.fix());
        return tree;
    }
}

package dev.migratable.runtime.changelog;

import dev.migratable.change.Change;
import dev.migratable.change.CreateTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Classifier;
import dev.migratable.classify.Evidence;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.json.ModelJson;
import dev.migratable.runtime.expansion.PlanRequest;
import dev.migratable.runtime.expansion.PlanResult;
import dev.migratable.runtime.expansion.Planner;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates a migration: compares, judges, plans, and writes the changelog and the next baseline. */
public final class Generator {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9_]{1,100}");
    private static final Pattern MIGRATION = Pattern.compile("(\\d{4,})_[a-z0-9_]+");

    private Generator() {}

    /**
     * Generates one migration; writes nothing where nothing differs or anything is refused.
     *
     * @throws MigratableException {@code CHL01} to {@code CHL04} where the name is no name, or the changelog or baseline
     *     cannot be read or written
     */
    public static GenerateResult generate(GenerateRequest request) {
        if (!SLUG.matcher(request.slug()).matches()) {
            throw new MigratableException(
                    "CHL04",
                    "'" + request.slug() + "' is no name of a migration. Use lower case letters, digits and "
                            + "underscores, at most 100.");
        }
        List<MigrationPlan> earlier = ChangelogReader.read(request.changelogDir());
        List<ClassifiedChange> changes =
                judge(request.from(), request.to(), request.evidence().withoutCounts(), request.serverVersion());
        if (changes.isEmpty()) {
            return new GenerateResult(Optional.empty(), changes, List.of());
        }
        String id = nextNumber(request.changelogDir()) + "_" + request.slug();
        PlanResult result = Planner.plan(new PlanRequest(id, request.from(), request.to(), changes, earlier));
        result.plan().ifPresent(plan -> write(request, plan));
        return new GenerateResult(result.plan(), changes, result.refusals());
    }

    /** Compares two schemas and judges what differs, taking every table that is there to be large and live. */
    public static List<ClassifiedChange> judge(Schema from, Model to) {
        return judge(from, to, Evidence.NONE, ClassificationContext.NEWEST_SERVER);
    }

    /**
     * Judges with what a database told, still taking every table to be large and live: the plan runs on others, too.
     *
     * @param evidence asked about the same changes
     * @param serverVersion the major version of the oldest server that the plan runs on, such as 15
     */
    public static List<ClassifiedChange> judge(Schema from, Model to, Evidence evidence, int serverVersion) {
        List<Change> changes = SchemaDiffer.diff(from, to);
        Set<QualifiedName> newTables = changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(Change::table)
                .collect(Collectors.toUnmodifiableSet());
        return Classifier.classify(
                changes,
                new ClassificationContext(
                        from, to.schema(), to.declarations(), serverVersion, false, Map.of(), newTables, evidence));
    }

    /** The changelog comes first: a baseline that is ahead of it would lose the migration. */
    private static void write(GenerateRequest request, MigrationPlan plan) {
        ChangelogWriter.write(request.changelogDir(), plan);
        if (request.baseline().isPresent()) {
            Path baseline = request.baseline().get().file();
            try {
                ChangelogWriter.replace(
                        baseline, ModelJson.write(request.baseline().get().model()));
            } catch (IOException e) {
                throw new MigratableException(
                        "CHL01",
                        baseline + ": the baseline cannot be written (" + e + "), but migration " + plan.id()
                                + " is. Remove that directory and its lines in the root file, and try again.",
                        e);
            }
        }
    }

    private static String nextNumber(Path directory) {
        if (!Files.isDirectory(directory)) {
            return "0001";
        }
        try (Stream<Path> entries = Files.list(directory)) {
            int last = entries.map(p -> MIGRATION.matcher(String.valueOf(p.getFileName())))
                    .filter(Matcher::matches)
                    .mapToInt(m -> Integer.parseInt(m.group(1)))
                    .max()
                    .orElse(0);
            return String.format(Locale.ROOT, "%04d", last + 1);
        } catch (IOException e) {
            throw new MigratableException(
                    "CHL02", directory + ": cannot be read (" + e + "). Check its permissions.", e);
        }
    }
}

package dev.migratable.runtime.hook;

import dev.migratable.runtime.hook.HookPoint.Direction;
import dev.migratable.runtime.hook.HookPoint.Scope;
import dev.migratable.runtime.hook.HookPoint.When;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.schema.MigratableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads hooks written in SQL: the files of {@code hooks} in the changelog's directory hold for every migration, those of
 * {@code hooks} in a migration's directory for that one. The name says the point: {@code before-migration.sql}, {@code
 * after-phase-backfill.sql}, {@code before-step.10-pause-jobs.sql}, {@code after-rollback-migration.sql}, {@code
 * before-purge-step.sql}; what follows the
 * first dot only orders files.
 */
public final class SqlHookReader {

    private static final String DIRECTORY = "hooks";

    private static final Pattern NAME = Pattern.compile(
            "(before|after)-(?:(rollback|purge)-)?(?:(migration)|(step)|phase(?:-(expand|backfill|verify|contract))?)(?:\\.[A-Za-z0-9_-]+)?\\.sql");

    private SqlHookReader() {}

    /**
     * Reads them in the order in which they run: those for every migration first, then by name.
     *
     * @param changelog the changelog's directory
     * @param migrations the ids of its migrations
     * @throws MigratableException {@code HOK01} where a file has another name or cannot be read
     */
    public static List<MigrationHook> read(Path changelog, Collection<String> migrations) {
        List<MigrationHook> hooks = new ArrayList<>(read(changelog, Path.of(DIRECTORY), Optional.empty()));
        migrations.stream()
                .sorted()
                .forEach(id -> hooks.addAll(read(changelog, Path.of(id, DIRECTORY), Optional.of(id))));
        return hooks;
    }

    private static List<MigrationHook> read(Path changelog, Path directory, Optional<String> migration) {
        Path absolute = changelog.resolve(directory);
        if (!Files.isDirectory(absolute)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(absolute)) {
            List<MigrationHook> hooks = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = directory.resolve(file.getFileName()).toString().replace('\\', '/');
                hooks.add(hook(name, file, migration));
            }
            return hooks;
        } catch (IOException e) {
            throw new MigratableException(
                    "HOK01", absolute + ": cannot be read: " + e.getMessage() + ". Make it readable.", e);
        }
    }

    private static MigrationHook hook(String name, Path file, Optional<String> migration) throws IOException {
        Matcher parts = NAME.matcher(file.getFileName().toString());
        boolean known = parts.matches();
        boolean phaseOfPurge =
                known && "purge".equals(parts.group(2)) && parts.group(3) == null && parts.group(4) == null;
        if (!known || phaseOfPurge) {
            throw new MigratableException(
                    "HOK01",
                    name
                            + ": its name says no point of a migration. Call it before- or after-, rollback- for the way back"
                            + " or purge- (which has no phases), and migration, phase, phase-expand, phase-backfill, phase-verify, phase-contract or step,"
                            + " and .sql; or move it away.");
        }
        Scope scope = parts.group(3) != null ? Scope.MIGRATION : parts.group(4) != null ? Scope.STEP : Scope.PHASE;
        return new SqlHook(
                name,
                direction(parts.group(2)),
                When.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                scope,
                Optional.ofNullable(parts.group(5)).map(p -> Phase.valueOf(p.toUpperCase(Locale.ROOT))),
                migration,
                Files.readString(file));
    }

    private static Direction direction(@Nullable String word) {
        return word == null ? Direction.APPLY : Direction.valueOf(word.toUpperCase(Locale.ROOT));
    }
}

package dev.migratable.runtime.changelog;

import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.PlanJson;
import dev.migratable.schema.MigratableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes migrations into a changelog directory; either all files of one appear or none does. Not thread-safe. */
public final class ChangelogWriter {
    private ChangelogWriter() {}

    /**
     * Writes a migration's directory and enters it in the root file.
     *
     * @param changelogDir the directory of {@code db.changelog-root.yaml}; made where it is missing
     * @throws MigratableException {@code CHL01} where a file cannot be written or the directory is there already
     */
    public static void write(Path changelogDir, MigrationPlan plan) {
        Path target = changelogDir.resolve(plan.id());
        try {
            Files.createDirectories(changelogDir);
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new MigratableException(
                        "CHL01", target + ": the migration is there already. Choose another name or remove it.");
            }
            RootFile root = RootFile.read(changelogDir);
            Path temporary = changelogDir.resolve("." + plan.id() + ".tmp");
            deleteTree(temporary);
            Files.createDirectory(temporary);
            for (Map.Entry<String, String> file : files(plan).entrySet()) {
                Files.writeString(temporary.resolve(file.getKey()), file.getValue());
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            // Last: a directory that the root does not name is ignored, a name without a directory is an error.
            replace(changelogDir.resolve(RootFile.NAME), root.with(plan).text());
        } catch (IOException e) {
            throw new MigratableException(
                    "CHL01", target + ": cannot be written (" + e + "). Check the directory's permissions.", e);
        }
    }

    private static Map<String, String> files(MigrationPlan plan) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ChangelogRenderer.EXPAND_FILE, ChangelogRenderer.expand(plan));
        if (plan.hasContract()) {
            files.put(ChangelogRenderer.CONTRACT_FILE, ChangelogRenderer.contract(plan));
        }
        files.put(ChangelogReader.PLAN_FILE, PlanJson.write(plan));
        return files;
    }

    /** Replaces a file's content in one step, so that a reader sees the old or the new one and nothing between. */
    static void replace(Path file, String content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.writeString(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what an interrupted run left behind. */
    private static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            walk.forEach(paths::add);
        }
        Collections.reverse(paths);
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}

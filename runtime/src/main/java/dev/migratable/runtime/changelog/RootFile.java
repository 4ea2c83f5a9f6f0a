package dev.migratable.runtime.changelog;

import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.MigratableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The root of a changelog: one line per included file in order, so that a merge conflict in it is two branches meeting.
 *
 * @param lines its lines; other includes and comments of a person's hand are kept
 */
record RootFile(List<String> lines) {
    static final String NAME = "db.changelog-root.yaml";

    private static final List<String> HEADING = List.of("databaseChangeLog:");
    private static final Pattern INCLUDE = Pattern.compile(
            "\\s*-\\s*include:\\s*\\{\\s*file:\\s*['\"]?(?<file>[^'\",}]+?)['\"]?\\s*(,[^}]*)?}\\s*(#.*)?");
    private static final Pattern MIGRATION =
            Pattern.compile("(?<id>\\d{4,}_[a-z0-9_]+)/(?<name>expand|contract)\\.sql");

    RootFile {
        lines = List.copyOf(lines);
    }

    static RootFile read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        return new RootFile(Files.exists(file) ? Files.readAllLines(file) : HEADING);
    }

    /**
     * Returns the ids of migrations in the order in which they are included.
     *
     * @throws MigratableException {@code CHL02}, naming file and line, where a line is none of those this class writes,
     *     nor a comment, nor an include of another file
     */
    List<String> migrations(Path directory) {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean skipped = line.isBlank() || line.strip().startsWith("#") || HEADING.contains(line.stripTrailing());
            if (skipped) {
                continue;
            }
            Matcher include = INCLUDE.matcher(line);
            if (!include.matches()) {
                throw new MigratableException(
                        "CHL02",
                        directory.resolve(NAME) + ":" + (i + 1) + ": '" + line.strip()
                                + "' is no include in one line. Write it like - include: { file: x.sql, "
                                + "relativeToChangelogFile: true }.");
            }
            id(include.group("file")).ifPresent(ids::add);
        }
        return new ArrayList<>(ids);
    }

    private static Optional<String> id(String file) {
        Matcher migration = MIGRATION.matcher(file);
        return migration.matches() ? Optional.of(migration.group("id")) : Optional.empty();
    }

    RootFile with(MigrationPlan plan) {
        List<String> more = new ArrayList<>(lines);
        more.add(include(plan.id() + "/" + ChangelogRenderer.EXPAND_FILE));
        if (plan.hasContract()) {
            more.add(include(plan.id() + "/" + ChangelogRenderer.CONTRACT_FILE));
        }
        return new RootFile(more);
    }

    private static String include(String file) {
        return "  - include: { file: " + file + ", relativeToChangelogFile: true }";
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}

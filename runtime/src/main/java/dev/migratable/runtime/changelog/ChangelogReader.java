package dev.migratable.runtime.changelog;

import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.PlanJson;
import dev.migratable.schema.MigratableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the plans of a changelog directory. */
public final class ChangelogReader {
    /** The plan a migration's change sets were rendered from. */
    static final String PLAN_FILE = "plan.json";

    private ChangelogReader() {}

    /**
     * Returns the plans in the order of the root file; none where there is no root file.
     *
     * @throws MigratableException {@code CHL02} where the root file or a plan cannot be read, {@code CHL03} where a plan
     *     is not that of its directory; both name the file
     */
    public static List<MigrationPlan> read(Path changelogDir) {
        List<MigrationPlan> plans = new ArrayList<>();
        try {
            for (String id : RootFile.read(changelogDir).migrations(changelogDir)) {
                plans.add(plan(changelogDir.resolve(id).resolve(PLAN_FILE), id));
            }
        } catch (IOException e) {
            throw unreadable(changelogDir.resolve(RootFile.NAME), e);
        }
        return plans;
    }

    private static MigrationPlan plan(Path file, String id) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        MigrationPlan plan = PlanJson.read(text, file.toString());
        if (!plan.id().equals(id)) {
            throw new MigratableException(
                    "CHL03", file + ": it is the plan of " + plan.id() + ". Restore the generated file.");
        }
        return plan;
    }

    private static MigratableException unreadable(Path file, IOException cause) {
        return new MigratableException(
                "CHL02", file + ": cannot be read (" + cause + "). Restore the file or its permissions.", cause);
    }
}

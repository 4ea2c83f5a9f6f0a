package dev.migratable.runtime.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.StepHeader;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A comment is a comment to Liquibase, wherever its lines break and whatever a person's reason begins with. */
class ChangelogCommentTest {

    private static String render(String purpose, String note) {
        StepHeader header = new StepHeader(
                "expand-01-x",
                Phase.EXPAND,
                purpose,
                QualifiedName.inPublic("t"),
                LockMode.NONE,
                false,
                false,
                List.of(note));
        DdlStep step = new DdlStep(header, List.of("SELECT 1"), List.of(), "true");
        return ChangelogRenderer.expand(new MigrationPlan("0001_x", "a", "b", List.of(), List.of(), List.of(step)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rollback", "comment", "changeset", "precondition", "liquibase", "ignoreLines:2", "Rollback"})
    void noLineOfACommentIsADirective(String word) {
        for (int length = 1; length < 240; length++) {
            String before = "see ".repeat(length / 4) + "x".repeat(length % 4 + 1);
            String text = render(before + " " + word + " of all", word + " is easy");
            List<String> directives = text.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT)
                            .matches("\\s*--\\s*(rollback|comment|changeset|precondition|liquibase|ignorelines)\\b.*"))
                    .toList();
            assertEquals(3, directives.size(), () -> String.join("\n", directives));
            assertTrue(text.contains("-- Note: " + word + " is easy."), text);
        }
    }
}

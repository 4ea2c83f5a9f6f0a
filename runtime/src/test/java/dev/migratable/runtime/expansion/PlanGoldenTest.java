package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeCompositeType;
import dev.migratable.change.CompositeTypeChange;
import dev.migratable.change.DropEnumValue;
import dev.migratable.change.EnumTypeChange;
import dev.migratable.change.ReorderEnumType;
import dev.migratable.change.SettingChange;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.ChangelogRenderer;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.MigrationPlan.PlannedChange;
import dev.migratable.runtime.plan.PlanJson;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.runtime.sql.BookkeepingSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares each case's plan and changelog with a committed text; {@code -Dgolden.update=true} rewrites it. */
class PlanGoldenTest {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "plans");

    @TestFactory
    Stream<DynamicTest> everyCaseIsPlannedAsCommitted() {
        return PlanCases.all().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> compare(c)));
    }

    @TestFactory
    Stream<DynamicTest> everyPlanIsReadBackAsItWasWritten() {
        return PlanCases.all().stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> {
                    MigrationPlan plan = c.result().plan().orElseThrow();
                    assertEquals(plan, PlanJson.read(PlanJson.write(plan), "plan.json"));
                }));
    }

    /** A kind of change without a case here, or a reason why it is refused, is one nobody has thought about. */
    @Test
    void everyKindOfChangeIsPlannedOrRefused() {
        Set<Class<?>> refused = Set.of(
                ChangeCollation.class,
                UnsupportedChange.class,
                DropEnumValue.class,
                ReorderEnumType.class,
                ChangeCompositeType.class);
        Set<Class<?>> seen = PlanCases.all().stream()
                .flatMap(c -> SchemaDiffer.diff(c.before(), c.after()).stream())
                .map(Object::getClass)
                .collect(Collectors.toCollection(HashSet::new));
        seen.addAll(refused);
        Set<Class<?>> kinds = Stream.of(
                        Change.class, SettingChange.class, EnumTypeChange.class, CompositeTypeChange.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .filter(kind -> !kind.isInterface())
                .collect(Collectors.toSet());
        assertEquals(kinds, seen);
    }

    private static void compare(PlanCase planCase) throws IOException {
        Path file = DIRECTORY.resolve(planCase.name() + ".txt");
        String actual = text(planCase.result().plan().orElseThrow());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, () -> file + " differs; rewrite it with -Dgolden.update=true");
    }

    private static String text(MigrationPlan plan) {
        StringBuilder text = new StringBuilder("=== changes ===\n");
        for (PlannedChange change : plan.changes()) {
            text.append(change.risk()).append(' ').append(change.description()).append('\n');
            change.residual()
                    .forEach(r ->
                            text.append("    until the contract: ").append(r).append('\n'));
        }
        text.append("\n=== expand.sql ===\n").append(ChangelogRenderer.expand(plan));
        if (plan.hasContract()) {
            text.append("\n=== contract.sql ===\n").append(ChangelogRenderer.contract(plan));
        }
        return shortened(text.toString(), plan);
    }

    /** Blocks that are the same everywhere are tested where they are written. */
    private static String shortened(String text, MigrationPlan plan) {
        String result = text.replace(BookkeepingSql.ensure(), "[the schema migratable]");
        for (Step step : plan.steps()) {
            if (step instanceof BackfillStep backfill) {
                String block = BackfillSql.block(backfill.spec());
                String words = "[backfill where " + BackfillSql.mismatch(backfill.spec()) + "]";
                String prefixed = (block + ";;")
                        .lines()
                        .map(l -> ("--rollback " + l).stripTrailing())
                        .collect(Collectors.joining("\n"));
                result = result.replace(prefixed, "--rollback " + words).replace(block, words);
            }
        }
        return result;
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.StepHeader;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.plan.VerifyStep;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Collects what a step is made of until its place, and with it its number, is known. Not thread-safe. */
final class StepDraft {
    private final Stage stage;
    private final QualifiedName table;
    private final String slug;
    private String purpose = "";
    private LockMode lock = LockMode.NONE;
    private boolean rewrites;
    private boolean scans;
    private final List<String> notes = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final List<String> rollback = new ArrayList<>();
    private final List<String> effects = new ArrayList<>();
    private Function<StepHeader, Step> kind = header -> new DdlStep(header, statements, rollback, effect());

    private StepDraft(Stage stage, QualifiedName table, String slug) {
        this.stage = stage;
        this.table = table;
        this.slug = slug;
    }

    /** Starts a step that runs in one transaction. */
    static StepDraft of(Stage stage, QualifiedName table, String slug) {
        return new StepDraft(stage, table, slug);
    }

    /** Makes it a step whose statements run outside a transaction, about one index. */
    StepDraft concurrently(String index) {
        kind = header -> new ConcurrentIndexStep(header, table.withName(index), statements, rollback, effect());
        return this;
    }

    StepDraft backfill(BackfillSpec spec) {
        kind = header -> new BackfillStep(header, spec);
        return this;
    }

    StepDraft verify(List<Verification> verifications) {
        kind = header -> new VerifyStep(header, verifications);
        return this;
    }

    StepDraft gate(List<Verification> verifications) {
        kind = header -> new GateStep(header, verifications);
        return this;
    }

    StepDraft purpose(String text) {
        purpose = text;
        return this;
    }

    StepDraft lock(LockMode mode) {
        lock = mode;
        return this;
    }

    StepDraft scanning() {
        scans = true;
        return this;
    }

    StepDraft rewriting() {
        rewrites = true;
        return this;
    }

    StepDraft notes(List<String> texts) {
        texts.stream().filter(t -> !notes.contains(t)).forEach(notes::add);
        return this;
    }

    StepDraft run(String... sql) {
        statements.addAll(List.of(sql));
        return this;
    }

    StepDraft run(List<String> sql) {
        statements.addAll(sql);
        return this;
    }

    StepDraft undo(String... sql) {
        rollback.addAll(List.of(sql));
        return this;
    }

    StepDraft undo(List<String> sql) {
        rollback.addAll(sql);
        return this;
    }

    StepDraft effect(String... tests) {
        effects.addAll(List.of(tests));
        return this;
    }

    private String effect() {
        return CatalogTest.all(effects);
    }

    Stage stage() {
        return stage;
    }

    /**
     * Makes the step.
     *
     * @param group {@code expand} or {@code contract}
     * @param number its place among the steps of the group
     */
    Step number(String group, int number) {
        String readable =
                slug.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String id = String.format(Locale.ROOT, "%s-%02d-%s", group, number, readable);
        return kind.apply(new StepHeader(id, stage.phase(), purpose, table, lock, rewrites, scans, notes));
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.ChangeIndexParameters;
import dev.migratable.change.ChangeObjectComment;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.SettingChange;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.SettingSql;
import dev.migratable.runtime.sql.SettingTest;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes what no entity speaks of before the rollout, in an instant; what is about an index or constraint that is there
 * only behind the gate, behind it too.
 */
final class SettingExpansion {

    private final PlanContext context;
    private final PlanDraft draft;

    SettingExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(SettingChange change, ClassifiedChange judged) {
        if (change instanceof ChangePersistence persistence) {
            expand(persistence, judged);
            return;
        }
        if (!context.present(change.table()).equals(change.table())
                || change.settingOf()
                        .flatMap(column -> context.renameTo(change.table(), column))
                        .isPresent()) {
            draft.refuse(change, "it is renamed in the same migration", "change it in a migration of its own");
            return;
        }
        Optional<String> target = target(change);
        boolean keyed = target.isPresent() && isOfNewKey(change.table(), target.get());
        boolean there = target.isEmpty() || !keyed && isThere(change.table(), target.get());
        Stage behind = keyed ? Stage.AFTER_KEY : Stage.TIGHTEN;
        Stage stage = there ? target.isEmpty() ? Stage.SETTING : Stage.COMMENT : behind;
        draft.add(StepDraft.of(stage, change.table(), "set-" + change.table().name())
                .purpose(capital(change.description()))
                .notes(PlanContext.notes(judged))
                .lock(judged.facts().lock())
                .run(SettingSql.of(change))
                .undo(change.inverse()
                        .map(inverse -> SettingSql.of((SettingChange) inverse))
                        .orElse(List.of()))
                .effect(SettingTest.of(change)));
        if (there) {
            draft.expands(change);
        }
    }

    /** Nothing spares the rewrite, so that somebody has to want it, and the loss that a crash is from then on. */
    private void expand(ChangePersistence change, ClassifiedChange judged) {
        if (!judged.findings().isEmpty()) {
            List<String> rules =
                    judged.findings().stream().map(f -> f.rule().value()).toList();
            String facts = judged.findings().stream()
                    .map(f -> f.rule() + " it " + f.message())
                    .collect(Collectors.joining("; "));
            draft.refuse(
                    change,
                    facts,
                    "make a second table, fill it in batches, and exchange the names, by a migration of your own; or, where "
                            + "the table is small enough to stand still and what is lost can be made again, accept "
                            + String.join(" and ", rules) + " with --accept-risk or @AcceptRisk");
            return;
        }
        String name = change.table().display();
        draft.add(StepDraft.of(
                        Stage.SETTING,
                        change.table(),
                        (change.unlogged() ? "unlogged-" : "logged-")
                                + change.table().name())
                .purpose(
                        change.unlogged()
                                ? "Write " + name
                                        + " again as an unlogged table while nobody reads or writes it; a crash "
                                        + "of the server empties it from then on, and the way back does not bring back "
                                        + "what a crash took"
                                : "Write " + name + " again as a logged table while nobody reads or writes it")
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .rewriting()
                .run(SettingSql.of(change))
                .undo(change.inverse()
                        .map(inverse -> SettingSql.of((SettingChange) inverse))
                        .orElse(List.of()))
                .effect(SettingTest.of(change)));
        draft.expands(change);
    }

    /** The index or constraint of the table that it is about. */
    private static Optional<String> target(SettingChange change) {
        if (change instanceof ChangeIndexParameters parameters) {
            return Optional.of(parameters.index());
        }
        return change instanceof ChangeObjectComment comment && comment.kind() != ChangeObjectComment.Kind.SEQUENCE
                ? Optional.of(comment.name())
                : Optional.empty();
    }

    /** What is of that name until then is of the former key. */
    private boolean isOfNewKey(QualifiedName table, String target) {
        return context.has(
                AddPrimaryKey.class, table, a -> a.primaryKey().name().equals(target));
    }

    private boolean isThere(QualifiedName name, String target) {
        return draft.expanded()
                .table(name)
                .filter(t -> names(t).anyMatch(target::equals))
                .isPresent();
    }

    private static Stream<String> names(Table table) {
        return Stream.of(
                        table.primaryKey().stream().map(k -> k.name()),
                        table.uniqueConstraints().stream().map(u -> u.name()),
                        table.foreignKeys().stream().map(f -> f.name()),
                        table.checkConstraints().stream().map(c -> c.name()),
                        table.exclusionConstraints().stream().map(e -> e.name()),
                        table.indexes().stream().map(i -> i.name()))
                .flatMap(names -> names);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

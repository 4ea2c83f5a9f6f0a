package dev.migratable.runtime.expansion;

import dev.migratable.change.AddCheck;
import dev.migratable.change.DropCheck;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.normalize.AllowedValues;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ConstraintSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.ViolationSql;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Adds and replaces checks: one that allows more before the rollout, one that allows less behind the gate, which counts
 * the rows it refuses. A replaced check goes only when its successor is validated.
 */
final class CheckExpansion {
    private final PlanContext context;
    private final PlanDraft draft;

    CheckExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    /** Returns whether a dropped check is replaced by one that the same migration adds, which then drops it. */
    static boolean isReplaced(PlanContext context, DropCheck drop) {
        return successor(context, drop).isPresent();
    }

    private static Optional<AddCheck> successor(PlanContext context, DropCheck drop) {
        QualifiedName table = context.present(drop.table());
        boolean renamed = context.mentioned(table, drop.constraint().expression()).stream()
                .anyMatch(c -> context.renameTo(table, c).isPresent());
        if (renamed) {
            return Optional.empty(); // the old check stays with the old column, the new one comes on its twin
        }
        return context.changes(AddCheck.class, drop.table()).stream()
                .filter(a -> AllowedValues.compare(
                                drop.constraint().expression(), a.constraint().expression())
                        .isPresent())
                .findFirst();
    }

    void expand(AddCheck change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        Optional<DropCheck> replaced = context.changes(DropCheck.class, table).stream()
                .filter(d -> successor(context, d).equals(Optional.of(change)))
                .findFirst();
        if (replaced.isPresent()) {
            replace(table, replaced.get().constraint(), change.constraint(), judged);
            return;
        }
        List<String> columns = context.mentioned(table, change.constraint().expression());
        boolean early = !columns.isEmpty()
                && columns.stream().allMatch(c -> context.addedPlainly(table, c).isPresent());
        if (early) {
            draft.expands(change);
        } else {
            gate(table, change.constraint());
        }
        addAndValidate(early ? Stage.ADD_CONSTRAINT : Stage.TIGHTEN, table, change.constraint(), judged);
    }

    private void gate(QualifiedName table, CheckConstraint check) {
        draft.gate(new Verification(
                table, ViolationSql.check(check.expression()), "check " + check.name() + " refuses it"));
    }

    private void addAndValidate(Stage stage, QualifiedName table, CheckConstraint check, ClassifiedChange judged) {
        String name = check.name();
        draft.add(StepDraft.of(stage, table, "add-" + name)
                .purpose("Add check " + name + " for new and changed rows")
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(ConstraintSql.addNotValid(table, name, ConstraintSql.definition(check)))
                .undo(ConstraintSql.drop(table, name))
                .effect(CatalogTest.constraint(table, name)));
        if (check.validated()) {
            draft.add(validate(stage, table, name).effect(CatalogTest.validConstraint(table, name)));
        }
    }

    private static StepDraft validate(Stage stage, QualifiedName table, String name) {
        return StepDraft.of(stage, table, "validate-" + name)
                .purpose("Check existing rows against " + name + " while clients read and write")
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .scanning()
                .run(ConstraintSql.validate(table, name));
    }

    private void replace(QualifiedName table, CheckConstraint old, CheckConstraint check, ClassifiedChange judged) {
        boolean loosens =
                AllowedValues.compare(old.expression(), check.expression()).orElseThrow();
        Stage stage = loosens ? Stage.ADD_CONSTRAINT : Stage.TIGHTEN;
        String interim = Identifiers.fit(check.name(), "_new_" + context.number());
        String done = ConstraintSql.isSuccessor(table, check.name(), interim);
        String oldDefinition = ConstraintSql.definition(old);
        draft.add(StepDraft.of(stage, table, "add-" + check.name())
                .purpose("Add what check " + check.name() + " is to be, for new and changed rows; "
                        + (loosens ? "it allows more than before" : "it allows less than before"))
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(ConstraintSql.addInterim(table, interim, check))
                .undo(ConstraintSql.drop(table, interim))
                .effect(CatalogTest.any(CatalogTest.constraint(table, interim), done)));
        draft.add(validate(stage, table, interim)
                .effect(CatalogTest.any(CatalogTest.validConstraint(table, interim), done)));
        draft.add(StepDraft.of(stage, table, "replace-" + old.name())
                .purpose("Drop check " + old.name() + " and give its successor its name")
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(ConstraintSql.replace(table, old.name(), interim, check.name()))
                .undo(
                        ConstraintSql.rename(table, check.name(), interim),
                        ConstraintSql.addNotValid(table, old.name(), oldDefinition),
                        ConstraintSql.validate(table, old.name()))
                .effect(done));
        if (loosens) {
            draft.expands(table, t -> with(t, old, check));
        } else {
            gate(table, check);
        }
    }

    private static Table with(Table table, CheckConstraint old, CheckConstraint check) {
        List<CheckConstraint> rest =
                Lists.without(table.checkConstraints(), c -> c.name().equals(old.name()));
        return table.withCheckConstraints(Lists.append(rest, check));
    }
}

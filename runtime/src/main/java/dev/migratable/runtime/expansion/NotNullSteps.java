package dev.migratable.runtime.expansion;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.runtime.sql.ConstraintSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.schema.QualifiedName;
import java.util.List;

/**
 * Makes a column NOT NULL without a scan under a strong lock: a check that is not validated, its validation in a
 * transaction of its own, then SET NOT NULL, which takes the check's word and so needs an ALTER TABLE of its own.
 */
final class NotNullSteps {
    private final PlanContext context;
    private final PlanDraft draft;

    NotNullSteps(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    /** Behind the gate, which counts the NULLs. */
    void inContract(QualifiedName table, String column, List<String> notes) {
        draft.gate(new Verification(table, Sql.identifier(column) + " IS NULL", column + " is NULL"));
        steps(Stage.TIGHTEN, table, column, notes, CatalogTest.notNull(table, column));
    }

    /** Before the rollout, where the database itself sees to it that no running version can write NULL. */
    void inExpand(QualifiedName table, String column, List<String> notes) {
        inExpand(table, column, notes, CatalogTest.notNull(table, column));
    }

    /** Does the same with a test of its own for what is done at last, of a column that will not keep its name. */
    void inExpand(QualifiedName table, String column, List<String> notes, String done) {
        steps(Stage.TWIN_CONSTRAINT, table, column, notes, done);
    }

    private void steps(Stage stage, QualifiedName table, String column, List<String> notes, String done) {
        String check = Identifiers.fit(table.name() + "_" + column, "_nn_" + context.number());
        String name = table.display() + "." + column;
        draft.add(StepDraft.of(stage, table, "require-" + table.name() + "-" + column)
                .purpose("Let no new NULL into " + name + "; existing rows are looked at in the next step")
                .notes(notes)
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(ConstraintSql.addNotNullCheck(table, column, check))
                .undo(ConstraintSql.drop(table, check))
                .effect(CatalogTest.any(CatalogTest.constraint(table, check), done)));
        draft.add(StepDraft.of(stage, table, "validate-" + table.name() + "-" + column)
                .purpose("Read every row of " + table.display() + " for a NULL in " + column
                        + " while clients read and write")
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .scanning()
                .run(ConstraintSql.validate(table, check))
                .effect(CatalogTest.any(CatalogTest.validConstraint(table, check), done)));
        draft.add(StepDraft.of(stage, table, "not-null-" + table.name() + "-" + column)
                .purpose("Make " + name + " NOT NULL; the validated check spares the scan, then has no more use")
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(ColumnSql.setNotNull(table, column), ConstraintSql.drop(table, check))
                .undo(ColumnSql.dropNotNullIfThere(table, column))
                .effect(done));
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.change.Change;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropTable;
import dev.migratable.change.DropUnique;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ConstraintSql;
import dev.migratable.runtime.sql.IndexSql;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drops constraints before the rollout, for the new version may write what they forbid. What they were is taken from
 * the schema before the migration, where columns have their former names.
 */
final class DropConstraintExpansion {
    private final PlanContext context;
    private final PlanDraft draft;

    DropConstraintExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    /** A constraint that is there but NOT VALID is validated; it binds new rows already, so no version notices. */
    void expand(ValidateConstraint change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        draft.add(StepDraft.of(Stage.ADD_CONSTRAINT, table, "validate-" + change.constraint())
                .purpose("Check existing rows against " + change.constraint() + " while clients read and write")
                .notes(PlanContext.notes(judged))
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .scanning()
                .run(ConstraintSql.validate(table, change.constraint()))
                .effect(CatalogTest.validConstraint(table, change.constraint())));
        draft.expands(change);
    }

    void expand(DropForeignKey change, ClassifiedChange judged) {
        if (new ReplacedKeys(context).isReference(change)) {
            return; // goes along with the key it references
        }
        QualifiedName table = context.present(change.table());
        ForeignKey key = context.before(table).foreignKeys().stream()
                .filter(f -> f.name().equals(change.foreignKey().name()))
                .findFirst()
                .orElse(change.foreignKey());
        String definition = ConstraintSql.definition(key);
        // Rows of a retired table that block nobody's deletes keep following them until the table is parked.
        boolean late = context.has(DropTable.class, table, d -> true)
                && key.onDelete() != ReferentialAction.NO_ACTION
                && key.onDelete() != ReferentialAction.RESTRICT;
        draft.add(drop(late ? Stage.RELEASE : Stage.DROP_CONSTRAINT, change, table, key.name(), judged)
                .undo(
                        ConstraintSql.addNotValid(table, key.name(), definition),
                        ConstraintSql.validate(table, key.name())));
        if (!late) {
            draft.expands(
                    table, t -> t.withForeignKeys(Lists.without(t.foreignKeys(), f -> named(f.name(), key.name()))));
        }
    }

    void expand(DropCheck change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        CheckConstraint check = context.before(table).checkConstraints().stream()
                .filter(c -> c.name().equals(change.constraint().name()))
                .findFirst()
                .orElse(change.constraint());
        String definition = ConstraintSql.definition(check);
        draft.add(drop(Stage.DROP_CONSTRAINT, change, table, check.name(), judged)
                .undo(
                        ConstraintSql.addNotValid(table, check.name(), definition),
                        ConstraintSql.validate(table, check.name())));
        draft.expands(
                table,
                t -> t.withCheckConstraints(Lists.without(t.checkConstraints(), c -> named(c.name(), check.name()))));
    }

    void expand(DropUnique change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        UniqueConstraint unique = context.before(table).uniqueConstraints().stream()
                .filter(u -> u.name().equals(change.constraint().name()))
                .findFirst()
                .orElse(change.constraint());
        draft.add(drop(Stage.DROP_CONSTRAINT, change, table, unique.name(), judged)
                .concurrently(unique.name())
                .undo(restore(table, unique)));
        draft.expands(
                table,
                t -> t.withUniqueConstraints(
                        Lists.without(t.uniqueConstraints(), u -> named(u.name(), unique.name()))));
    }

    /** Returns the statements that give a table a unique constraint while clients write. */
    static List<String> restore(QualifiedName table, UniqueConstraint unique) {
        return Stream.concat(
                        IndexSql.createConcurrently(table, IndexSql.of(unique)).stream(),
                        Stream.of(IndexSql.LOCK_QUICKLY, ConstraintSql.addUsingIndex(table, unique, unique.name())))
                .toList();
    }

    private static boolean named(String name, String wanted) {
        return name.equals(wanted);
    }

    private static StepDraft drop(
            Stage stage, Change change, QualifiedName table, String name, ClassifiedChange judged) {
        return StepDraft.of(stage, table, "drop-" + name)
                .purpose(
                        stage == Stage.DROP_CONSTRAINT
                                ? "Before the rollout, for the new version may write what it forbids: "
                                        + change.description()
                                : "Before its table is parked: " + change.description())
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(ConstraintSql.drop(table, name))
                .effect(CatalogTest.not(CatalogTest.constraint(table, name)));
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Finding;
import dev.migratable.classify.RuleId;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.runtime.sql.TypeSql;
import dev.migratable.schema.QualifiedName;
import java.util.function.Function;
import java.util.stream.Stream;

/** The steps that create and park a type, of whatever kind it is. */
final class TypeSteps {
    private final PlanContext context;
    private final ClassifiedChange judged;

    TypeSteps(PlanContext context, ClassifiedChange judged) {
        this.context = context;
        this.judged = judged;
    }

    StepDraft create(QualifiedName type, String statement, String effect) {
        return StepDraft.of(Stage.CREATE_TYPE, type, "create-type-" + type.name())
                .purpose("Create type " + type.display()
                        + "; a rollback leaves it where something else has come to use it")
                .notes(PlanContext.notes(judged))
                .run(statement)
                .undo(TypeSql.dropUnused(type))
                .effect(effect);
    }

    /**
     * Parks a type.
     *
     * @param isThere writes the test that a type of its kind is there
     */
    StepDraft park(QualifiedName type, Function<QualifiedName, String> isThere) {
        QualifiedName target =
                new QualifiedName(BookkeepingSql.PARKED_SCHEMA, Identifiers.parked(type.name(), context.number()));
        return StepDraft.of(Stage.PARK_TYPE, type, "park-type-" + type.name())
                .purpose("Park type " + type.display() + " as " + target + ", until it is purged")
                .notes(PlanContext.notes(judged))
                .run(TableSql.createSchema(BookkeepingSql.PARKED_SCHEMA), TypeSql.move(type, target))
                .undo(TypeSql.move(target, type))
                .effect(isThere.apply(target));
    }

    /** Returns what a rule that was found or accepted says to do, for which there is no other way either. */
    String wayOut(RuleId rule) {
        return Stream.concat(
                        judged.findings().stream(), judged.accepted().stream().map(AcceptedFinding::finding))
                .filter(finding -> finding.rule().equals(rule))
                .map(Finding::fix)
                .findFirst()
                .orElseThrow();
    }
}

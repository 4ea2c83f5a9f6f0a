package dev.migratable.diff;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.List;

/**
 * Compares checks, foreign keys and exclusion constraints. One that is NOT VALID and is to be valid is validated; a
 * valid one satisfies a model that would accept NOT VALID.
 */
final class ConstraintDiffer {

    private static final StructureMatcher<ForeignKey> FOREIGN_KEYS =
            new StructureMatcher<>(Equivalence::structure, ForeignKey::name);
    private static final StructureMatcher<ExclusionConstraint> EXCLUSIONS =
            new StructureMatcher<>(ExclusionConstraint::definition, ExclusionConstraint::name);

    private final ChangeCollector changes;
    private final Equivalence equivalence;

    ConstraintDiffer(ChangeCollector changes, Equivalence equivalence) {
        this.changes = changes;
        this.equivalence = equivalence;
    }

    void diff(Table current, Table desired) {
        checks(current, desired);
        foreignKeys(current, desired);
        exclusions(current, desired);
    }

    static List<StructureMatcher.Pair<ForeignKey>> kept(Table current, Table desired) {
        return FOREIGN_KEYS.match(current.foreignKeys(), desired.foreignKeys()).pairs();
    }

    static List<StructureMatcher.Pair<ExclusionConstraint>> keptExclusions(Table current, Table desired) {
        return EXCLUSIONS
                .match(current.exclusionConstraints(), desired.exclusionConstraints())
                .pairs();
    }

    private void checks(Table current, Table desired) {
        QualifiedName table = desired.name();
        StructureMatcher.Result<CheckConstraint> result = new StructureMatcher<CheckConstraint>(
                        check -> equivalence.structure(table, check), CheckConstraint::name)
                .match(current.checkConstraints(), desired.checkConstraints());
        result.onlyCurrent().forEach(c -> changes.add(Stage.DROP_CONSTRAINT, new DropCheck(table, c)));
        result.onlyDesired().forEach(c -> changes.add(Stage.ADD_CHECK, new AddCheck(table, c)));
        for (StructureMatcher.Pair<CheckConstraint> pair : result.pairs()) {
            if (!pair.current().validated() && pair.desired().validated()) {
                changes.add(
                        Stage.ADD_CHECK,
                        new ValidateConstraint(table, pair.current().name()));
            }
        }
    }

    private void foreignKeys(Table current, Table desired) {
        QualifiedName table = desired.name();
        StructureMatcher.Result<ForeignKey> result = FOREIGN_KEYS.match(current.foreignKeys(), desired.foreignKeys());
        result.onlyCurrent().forEach(f -> changes.add(Stage.DROP_FOREIGN_KEY, new DropForeignKey(table, f)));
        result.onlyDesired().forEach(f -> changes.add(Stage.ADD_FOREIGN_KEY, new AddForeignKey(table, f)));
        for (StructureMatcher.Pair<ForeignKey> pair : result.pairs()) {
            if (!pair.current().validated() && pair.desired().validated()) {
                changes.add(
                        Stage.ADD_FOREIGN_KEY,
                        new ValidateConstraint(table, pair.current().name()));
            }
        }
    }

    private void exclusions(Table current, Table desired) {
        StructureMatcher.Result<ExclusionConstraint> result =
                EXCLUSIONS.match(current.exclusionConstraints(), desired.exclusionConstraints());
        QualifiedName table = desired.name();
        result.onlyCurrent().forEach(e -> changes.add(Stage.UNSUPPORTED, Unsupported.exclusion(table, e, true)));
        result.onlyDesired().forEach(e -> changes.add(Stage.UNSUPPORTED, Unsupported.exclusion(table, e, false)));
    }
}

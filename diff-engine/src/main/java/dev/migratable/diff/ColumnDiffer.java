package dev.migratable.diff;

import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.Optional;

/** Compares one column with the one to be, facet by facet, in an order in which each facet can be changed alone. */
final class ColumnDiffer {

    private final ChangeCollector changes;
    private final Equivalence equivalence;

    ColumnDiffer(ChangeCollector changes, Equivalence equivalence) {
        this.changes = changes;
        this.equivalence = equivalence;
    }

    void diff(QualifiedName table, Column current, Column desired) {
        boolean sameNotNull = isUnproven(current) == isUnproven(desired);
        if (sameNotNull && current.equals(desired.withSettings(current.settings()))) {
            return;
        }
        if (becomesUnsupported(current, desired)) {
            changes.add(Stage.UNSUPPORTED, Unsupported.generated(table, current, desired));
            return;
        }
        boolean retyped = !Equivalence.sameType(current.type(), desired.type());
        identityGone(table, current, desired);
        generated(table, current, desired);
        Optional<String> left = defaultBeforeType(table, current, desired, retyped);
        if (retyped) {
            changes.add(
                    Stage.CHANGE_COLUMN, new ChangeColumnType(table, current.name(), current.type(), desired.type()));
        }
        if (!current.collation().equals(desired.collation())) {
            changes.add(
                    Stage.CHANGE_COLUMN,
                    new ChangeCollation(table, current.name(), current.collation(), desired.collation()));
        }
        if (!equivalence.sameDefault(table, desired.type(), left, desired.defaultValue())) {
            changes.add(Stage.CHANGE_COLUMN, new ChangeDefault(table, current.name(), left, desired.defaultValue()));
        }
        nullability(table, current, desired);
        identityCome(table, current, desired, retyped);
        comment(table, current, desired);
    }

    /** PostgreSQL gives an expression to no existing column, nor takes it from a virtual one. */
    private static boolean becomesUnsupported(Column current, Column desired) {
        Optional<Boolean> from = current.generated().map(Generated::stored);
        Optional<Boolean> to = desired.generated().map(Generated::stored);
        boolean dropsExpression = from.equals(Optional.of(true)) && to.isEmpty();
        return !from.equals(to) && !dropsExpression;
    }

    private void identityGone(QualifiedName table, Column current, Column desired) {
        if (current.identity().isPresent() && desired.identity().isEmpty()) {
            changes.add(
                    Stage.CHANGE_COLUMN,
                    new ChangeIdentity(table, current.name(), current.identity(), Optional.empty()));
        }
    }

    private void generated(QualifiedName table, Column current, Column desired) {
        if (!equivalence.sameGenerated(table, desired.type(), current.generated(), desired.generated())) {
            changes.add(
                    Stage.CHANGE_COLUMN,
                    new ChangeGenerated(table, current.name(), current.generated(), desired.generated()));
        }
    }

    /**
     * A default that the server may not cast to the new type goes before the type changes, also where the same text is
     * to be the default afterwards; returns what is left.
     */
    private Optional<String> defaultBeforeType(QualifiedName table, Column current, Column desired, boolean retyped) {
        if (current.defaultValue().isPresent() && retyped && !castsDefault(current.type(), desired.type())) {
            changes.add(
                    Stage.CHANGE_COLUMN,
                    new ChangeDefault(table, current.name(), current.defaultValue(), Optional.empty()));
            return Optional.empty();
        }
        return current.defaultValue();
    }

    /** Whether there is a cast on assignment, which is what ALTER COLUMN TYPE asks for. */
    private static boolean castsDefault(SqlType from, SqlType to) {
        return TypeFamily.compatible(from, to) && (from.name().equals(to.name()) || !isApart(from) && !isApart(to));
    }

    /** Types of a family that do not cast to all others of it. */
    private static boolean isApart(SqlType type) {
        return type.name().startsWith("time ")
                || type.name().equals("money")
                || type.name().equals("oid");
    }

    private static boolean isUnproven(Column column) {
        return column.settings().unproven().isPresent();
    }

    /**
     * A constraint that is NOT VALID refuses NULLs from now on: it is validated or dropped, and a valid one satisfies a side
     * that would accept it.
     */
    private void nullability(QualifiedName table, Column current, Column desired) {
        Optional<String> unproven = current.settings().unproven();
        if (!desired.nullable()) {
            if (unproven.isPresent()) {
                changes.add(Stage.CHANGE_COLUMN, new ValidateConstraint(table, unproven.get()));
            } else if (current.nullable()) {
                changes.add(Stage.CHANGE_COLUMN, new SetNotNull(table, current.name()));
            }
        } else if (isUnproven(desired)) {
            if (current.nullable() && unproven.isEmpty()) {
                changes.add(Stage.UNSUPPORTED, Unsupported.unprovenNotNull(table, current.name()));
            }
        } else if (!current.nullable() || unproven.isPresent()) {
            changes.add(Stage.CHANGE_COLUMN, new DropNotNull(table, current.name()));
        }
    }

    private void identityCome(QualifiedName table, Column current, Column desired, boolean retyped) {
        Optional<Identity> present = retyped
                ? current.identity().map(i -> i.followingType(current.type(), desired.type()))
                : current.identity();
        if (desired.identity().isPresent() && !present.equals(desired.identity())) {
            changes.add(Stage.CHANGE_COLUMN, new ChangeIdentity(table, current.name(), present, desired.identity()));
        }
    }

    private void comment(QualifiedName table, Column current, Column desired) {
        if (!current.comment().equals(desired.comment())) {
            changes.add(
                    Stage.CHANGE_COLUMN,
                    new ChangeColumnComment(table, current.name(), current.comment(), desired.comment()));
        }
    }
}

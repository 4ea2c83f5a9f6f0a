package dev.migratable.change;

import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Stands for a difference that no plan can be made for; it blocks a plan and is never dropped silently. Where one statement
 * would do away with it, that is known, so that what it costs can be said.
 *
 * @param table the table or sequence
 * @param difference what differs, in a sentence that names both sides
 * @param wayOut what a person can do
 * @param added the constraint that is to be and is not there; empty for other differences
 * @param dropped the constraint that is there and is not to be; empty for other differences
 */
public record UnsupportedChange(
        QualifiedName table,
        String difference,
        String wayOut,
        Optional<ExclusionConstraint> added,
        Optional<ExclusionConstraint> dropped)
        implements Change {

    /** Stands for a difference in something other than a constraint. */
    public UnsupportedChange(QualifiedName table, String difference, String wayOut) {
        this(table, difference, wayOut, Optional.empty(), Optional.empty());
    }

    /** Rejects nulls. */
    public UnsupportedChange {
        Objects.requireNonNull(added, "added");
        Objects.requireNonNull(dropped, "dropped");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(wayOut, "wayOut");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.empty();
    }
}

package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Stands for a difference that no plan can be made for; it blocks a plan and is never dropped silently.
 *
 * @param table the table or sequence
 * @param difference what differs, in a sentence that names both sides
 * @param wayOut what a person can do
 */
public record UnsupportedChange(QualifiedName table, String difference, String wayOut) implements Change {

    /** Rejects nulls. */
    public UnsupportedChange {
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

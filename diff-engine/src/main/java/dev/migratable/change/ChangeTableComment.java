package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets, changes or removes the comment of a table.
 *
 * @param table the table
 * @param from the present comment
 * @param to the comment to be
 */
public record ChangeTableComment(QualifiedName table, Optional<String> from, Optional<String> to) implements Change {

    /** Rejects nulls. */
    public ChangeTableComment {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangeTableComment(table, to, from));
    }
}

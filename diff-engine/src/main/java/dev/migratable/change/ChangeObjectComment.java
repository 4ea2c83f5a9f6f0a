package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets, changes or removes the comment of an index, a constraint or a sequence.
 *
 * @param table the table; for a sequence the sequence
 * @param kind what has the comment
 * @param name its name
 * @param from the present comment
 * @param to the comment to be
 */
public record ChangeObjectComment(
        QualifiedName table, Kind kind, String name, Optional<String> from, Optional<String> to)
        implements SettingChange {

    /** Rejects nulls. */
    public ChangeObjectComment {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** What has a comment and no entity. */
    public enum Kind {
        /** An index, also that of a constraint. */
        INDEX,
        /** A constraint of a table. */
        CONSTRAINT,
        /** A sequence. */
        SEQUENCE
    }

    @Override
    public <R> R accept(SettingChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangeObjectComment(table, kind, name, to, from));
    }
}

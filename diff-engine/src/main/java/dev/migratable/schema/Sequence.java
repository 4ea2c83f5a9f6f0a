package dev.migratable.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A sequence that is not the inside of an identity column.
 *
 * @param name its name
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param options its attributes
 * @param ownedBy the column that owns it ({@code serial}), which takes it along when it goes
 * @param comment its comment, {@code ""} where there is none; empty where nothing is known of it, as with entities
 * @param unlogged whether it is {@code UNLOGGED}; empty where nothing is known of it, as with entities, or no sequence can
 *     be, as in a server before 15
 */
public record Sequence(
        QualifiedName name,
        SqlType type,
        SequenceOptions options,
        Optional<ColumnName> ownedBy,
        Optional<String> comment,
        Optional<Boolean> unlogged) {

    /** Rejects nulls. */
    public Sequence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(ownedBy, "ownedBy");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(unlogged, "unlogged");
    }

    /** Creates a sequence of which nobody knows whether it is logged. */
    public Sequence(
            QualifiedName name,
            SqlType type,
            SequenceOptions options,
            Optional<ColumnName> ownedBy,
            Optional<String> comment) {
        this(name, type, options, ownedBy, comment, Optional.empty());
    }

    /** Creates a sequence of whose comment nothing is known. */
    public Sequence(QualifiedName name, SqlType type, SequenceOptions options, Optional<ColumnName> ownedBy) {
        this(name, type, options, ownedBy, Optional.empty());
    }

    /** Returns a copy with another owner. */
    public Sequence withOwner(Optional<ColumnName> newOwner) {
        return new Sequence(name, type, options, newOwner, comment, unlogged);
    }

    /** Returns a copy with another comment. */
    public Sequence withComment(Optional<String> newComment) {
        return new Sequence(name, type, options, ownedBy, newComment, unlogged);
    }

    /** Returns a copy that is, or is not, unlogged, or of which that is not known. */
    public Sequence withUnlogged(Optional<Boolean> newUnlogged) {
        return new Sequence(name, type, options, ownedBy, comment, newUnlogged);
    }
}

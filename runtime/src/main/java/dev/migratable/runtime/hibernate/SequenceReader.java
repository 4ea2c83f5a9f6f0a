package dev.migratable.runtime.hibernate;

import dev.migratable.normalize.SequenceOptionReader;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import java.util.Optional;
import org.hibernate.boot.model.relational.QualifiedSequenceName;

/** Reads sequences as Hibernate's sequence exporter writes them. */
final class SequenceReader {

    private static final SqlType BIGINT = SqlType.parse("bigint");

    private final PostgresNames names;
    private final Unread unread;

    SequenceReader(PostgresNames names, Unread unread) {
        this.names = names;
        this.unread = unread;
    }

    Sequence read(org.hibernate.boot.model.relational.Sequence sequence) {
        QualifiedSequenceName written = sequence.getName();
        QualifiedName name = names.qualified(written.getSchemaName(), written.getSequenceName());
        SequenceOptions plain = options(sequence.getInitialValue(), sequence.getIncrementSize());
        Sequence read = new Sequence(name, BIGINT, plain, Optional.empty());
        return unread.withOptions(name, "the sequence", sequence.getOptions(), read, SequenceOptionReader::read);
    }

    /** Where the start is outside PostgreSQL's default bounds, Hibernate makes it the bound. */
    private static SequenceOptions options(long start, long increment) {
        return increment > 0
                ? SequenceOptions.ascending(BIGINT, start, increment)
                : new SequenceOptions(start, increment, Long.MIN_VALUE, start >= 0 ? start : -1, 1, false);
    }
}

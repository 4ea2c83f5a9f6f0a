package dev.migratable.normalize;

import dev.migratable.schema.UniqueConstraint;
import java.util.List;

/** Reads the options of a unique constraint: {@code INCLUDE (columns)} and when it is checked. Has no state. */
public final class UniqueOptionReader {

    private UniqueOptionReader() {}

    /** Returns the constraint with what the text says; as {@link OptionReader#read}. */
    public static UniqueConstraint read(UniqueConstraint plain, String options) throws UnreadOptionException {
        OptionCursor cursor = OptionCursor.of(options);
        ConstraintTiming timing = new ConstraintTiming();
        List<String> include = cursor.take("include") ? cursor.names("Write INCLUDE (column, …)") : plain.include();
        while (!cursor.atEnd()) {
            if (!timing.take(cursor)) {
                throw refusal(cursor);
            }
        }
        return new UniqueConstraint(
                plain.name(), plain.columns(), include, plain.nullsNotDistinct(), timing.result(cursor));
    }

    private static UnreadOptionException refusal(OptionCursor cursor) {
        if (cursor.startsWith("nulls")) {
            return cursor.unread(
                    "PostgreSQL takes it before the columns, and Hibernate writes it behind them",
                    OptionCursor.OWN_CHANGELOG);
        }
        if (cursor.startsWith("where")) {
            return cursor.unread(
                    "a unique constraint has no condition, and Hibernate makes one of this",
                    "Write @PostgresIndex(unique = true, where = \"…\")");
        }
        if (cursor.startsWith("with") || cursor.startsWith("using")) {
            return cursor.unread("no model says how an index is stored", OptionCursor.OWN_CHANGELOG);
        }
        return cursor.unread(
                "a unique constraint has INCLUDE (…), DEFERRABLE and INITIALLY …, in this order",
                OptionCursor.OWN_CHANGELOG);
    }
}

package dev.migratable.normalize;

import dev.migratable.schema.Index;
import java.util.List;
import java.util.Optional;

/** Reads the options of an index: {@code INCLUDE}, {@code NULLS NOT DISTINCT} and {@code WHERE}. Has no state. */
public final class IndexOptionReader {

    private IndexOptionReader() {}

    /** Returns the index with what the text says; as {@link OptionReader#read}. */
    public static Index read(Index plain, String options) throws UnreadOptionException {
        OptionCursor cursor = OptionCursor.of(options);
        List<String> include = cursor.take("include") ? cursor.names("Write INCLUDE (column, …)") : plain.include();
        boolean nullsNotDistinct = plain.unique() && cursor.take("nulls", "not", "distinct");
        if (plain.unique()) {
            cursor.take("nulls", "distinct");
        }
        Optional<String> predicate = plain.predicate();
        if (cursor.take("where")) {
            predicate = Optional.of(Parentheses.strip(cursor.rest("Write WHERE and a condition")));
        }
        if (!cursor.atEnd()) {
            throw refusal(cursor);
        }
        return new Index(
                plain.name(),
                plain.unique(),
                plain.method(),
                plain.keys(),
                include,
                predicate,
                nullsNotDistinct,
                plain.valid(),
                plain.parameters());
    }

    private static UnreadOptionException refusal(OptionCursor cursor) {
        if (cursor.startsWith("using")) {
            return cursor.unread(
                    "PostgreSQL takes it before the columns, and Hibernate writes it behind them",
                    "Write @PostgresIndex(using = \"…\")");
        }
        if (cursor.startsWith("with") || cursor.startsWith("tablespace")) {
            return cursor.unread("no model says how an index is stored", OptionCursor.OWN_CHANGELOG);
        }
        return cursor.unread(
                "an index has INCLUDE (…), NULLS NOT DISTINCT where it is unique, and WHERE, in this order",
                "Write @PostgresIndex, or say it in a changelog of your own");
    }
}

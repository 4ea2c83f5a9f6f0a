package dev.migratable.runtime.expansion;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Copies lists with one element more or some less, and words that several expansions share. */
final class Lists {
    /** Why a table cannot be worked on in batches. */
    static final String NO_KEY =
            "the partitioned table has neither a primary key nor a unique one without NULLs, which the migration leaves alone, by which"
                    + " its rows could be written in batches";

    /** What to do about it. */
    static final String ADD_KEY =
            "add a primary key, or a unique one on NOT NULL columns, in a migration of its own first";

    /** What to do where an expression reads a generated column. */
    static final String WRITE_OUT = "write out, in its place, what the generated column is computed from";

    private Lists() {}

    static <T> List<T> append(List<T> items, T item) {
        return Stream.concat(items.stream(), Stream.of(item)).toList();
    }

    static <T> List<T> without(List<T> items, Predicate<T> gone) {
        return items.stream().filter(gone.negate()).toList();
    }
}

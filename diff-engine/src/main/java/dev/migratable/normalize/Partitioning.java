package dev.migratable.normalize;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the options of a table say: {@code PARTITION BY} and columns.
 *
 * @param strategy {@code RANGE}, {@code LIST} or {@code HASH}
 * @param columns the raw names of the columns, at least one
 */
public record Partitioning(String strategy, List<String> columns) {

    private static final List<String> STRATEGIES = List.of("range", "list", "hash");

    /** Copies the columns. */
    public Partitioning {
        columns = List.copyOf(columns);
    }

    /**
     * Reads the options of a table.
     *
     * @throws UnreadOptionException as {@link OptionReader#read}
     */
    public static Partitioning read(String options) throws UnreadOptionException {
        OptionCursor cursor = OptionCursor.of(options);
        if (!cursor.startsWith("partition", "by")) {
            throw cursor.unread(
                    "a model says of a table PARTITION BY columns, and not how it is stored",
                    OptionCursor.OWN_CHANGELOG);
        }
        String fix = "Write PARTITION BY RANGE, LIST or HASH, and names of columns in parentheses";
        cursor.take("partition", "by");
        String strategy = STRATEGIES.stream()
                .filter(cursor::take)
                .findFirst()
                .orElseThrow(() -> cursor.unread("it is no way to divide a table", fix));
        List<String> columns = cursor.names(fix);
        if (!cursor.atEnd()) {
            throw cursor.unread("no model says how a table is stored", OptionCursor.OWN_CHANGELOG);
        }
        return new Partitioning(strategy.toUpperCase(Locale.ROOT), columns);
    }

    /**
     * Returns it as the server prints it.
     *
     * @param identifier makes an identifier of a raw name, in quotes where that needs them
     */
    public String definition(UnaryOperator<String> identifier) {
        return columns.stream().map(identifier).collect(Collectors.joining(", ", strategy + " (", ")"));
    }
}

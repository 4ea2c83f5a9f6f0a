package dev.migratable.schema;

/**
 * The attributes of a sequence or identity column, all explicit as in {@code pg_sequence}.
 *
 * @param start first value
 * @param increment step between values, not 0
 * @param minimum smallest value
 * @param maximum largest value
 * @param cache values a session takes at once, at least 1
 * @param cycle whether it starts again at its end
 */
public record SequenceOptions(long start, long increment, long minimum, long maximum, long cache, boolean cycle) {

    /** Rejects an increment of 0 and an empty cache. */
    public SequenceOptions {
        if (increment == 0 || cache < 1) {
            throw new IllegalArgumentException("increment " + increment + " or cache " + cache + " is not possible");
        }
    }

    /** Returns what {@code CREATE SEQUENCE AS type START start INCREMENT increment} gives for an ascending sequence. */
    public static SequenceOptions ascending(SqlType type, long start, long increment) {
        return new SequenceOptions(start, increment, Math.min(1, start), maximumOf(type), 1, false);
    }

    /** Returns PostgreSQL's default attributes for a sequence of the given type. */
    public static SequenceOptions defaults(SqlType type) {
        return ascending(type, 1, 1);
    }

    private static long maximumOf(SqlType type) {
        return switch (type.name()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}

package dev.migratable.catalog;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.SequenceOptions;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** One row of a catalog query, free of nulls. */
record Row(ResultSet result) {

    String text(String column) throws SQLException {
        return optional(column).orElseThrow(() -> concurrentChange(column));
    }

    Optional<String> optional(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    long number(String column) throws SQLException {
        long value = result.getLong(column);
        if (result.wasNull()) {
            throw concurrentChange(column);
        }
        return value;
    }

    Optional<Long> optionalNumber(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    List<String> texts(String column) throws SQLException {
        Array array = result.getArray(column);
        if (array == null) {
            throw concurrentChange(column);
        }
        return List.of((String[]) array.getArray());
    }

    Optional<List<String>> optionalTexts(String column) throws SQLException {
        Array array = result.getArray(column);
        return array == null ? Optional.empty() : Optional.of(List.of((String[]) array.getArray()));
    }

    /** Numbers with blanks between them; none where there is nothing. */
    long[] numbers(String column) throws SQLException {
        String text = result.getString(column);
        if (text == null || text.isEmpty()) {
            return new long[0];
        }
        String[] parts = text.split(" ");
        long[] numbers = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Long.parseLong(parts[i]);
        }
        return numbers;
    }

    SequenceOptions sequenceOptions() throws SQLException {
        return new SequenceOptions(
                number("seqstart"),
                number("seqincrement"),
                number("seqmin"),
                number("seqmax"),
                number("seqcache"),
                flag("seqcycle"));
    }

    /** The functions that print expressions look past the snapshot and give null for what has just been dropped. */
    static MigratableException concurrentChange(String column) {
        return new MigratableException(
                "CAT04",
                "the schema was changed while it was read ('" + column
                        + "' is gone). Try again when the change is over.");
    }
}

package dev.migratable.runtime.backfill;

import java.util.List;
import java.util.Optional;

/**
 * A part of a table's keys, as the server writes them.
 *
 * @param number its number within the backfill, from 0
 * @param after where it goes on: every key is greater; empty where it has no lower bound
 * @param upTo its last key; empty where it has no upper bound
 */
record KeyRange(int number, Optional<List<String>> after, Optional<List<String>> upTo) {

    KeyRange goingOnAfter(List<String> key) {
        return new KeyRange(number, Optional.of(List.copyOf(key)), upTo);
    }
}

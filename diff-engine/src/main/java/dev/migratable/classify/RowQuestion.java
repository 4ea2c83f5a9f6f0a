package dev.migratable.classify;

import dev.migratable.schema.QualifiedName;
import java.util.List;

/**
 * Asks how many rows of a table are in the way of a change.
 *
 * @param table the table as the change names it
 * @param condition what is true of such a row; with keys, of a row whose key is compared with others
 * @param keys what has to be unique; empty where rows are judged one by one
 * @param uncompared with keys, whether a row whose key is not compared is in the way too
 */
record RowQuestion(QualifiedName table, String condition, List<String> keys, boolean uncompared) {

    /** Copies the keys. */
    RowQuestion {
        keys = List.copyOf(keys);
    }

    static RowQuestion rows(QualifiedName table, String condition) {
        return new RowQuestion(table, condition, List.of(), false);
    }
}

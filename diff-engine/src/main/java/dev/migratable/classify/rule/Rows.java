package dev.migratable.classify.rule;

import dev.migratable.classify.ClassificationContext;
import dev.migratable.schema.QualifiedName;

/** Says whether a table has rows that a statement can fail on; a tiny table is harmless to lock, but has them. */
final class Rows {

    private Rows() {}

    static boolean isEmpty(QualifiedName table, ClassificationContext context) {
        return context.newTables().contains(table) || context.rows(table).orElse(1) == 0;
    }
}

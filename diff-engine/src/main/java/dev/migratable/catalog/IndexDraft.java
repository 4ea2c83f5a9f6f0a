package dev.migratable.catalog;

import dev.migratable.normalize.Parentheses;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the rows of {@code indexes.sql} that belong to one index. */
final class IndexDraft {

    private final String name;
    private final boolean unique;
    private final String method;
    private final boolean nullsNotDistinct;
    private final boolean valid;
    private final Optional<String> predicate;
    private final List<IndexKey> keys = new ArrayList<>();
    private final List<String> include = new ArrayList<>();

    /** Starts an index from its first row. */
    IndexDraft(Row row) throws SQLException {
        name = row.text("index_name");
        unique = row.flag("is_unique");
        method = row.text("method");
        nullsNotDistinct = row.flag("nulls_not_distinct");
        valid = row.flag("is_valid");
        predicate = row.flag("is_partial") ? Optional.of(Parentheses.strip(row.text("predicate"))) : Optional.empty();
    }

    /** Adds the key part or included column of a row. */
    void add(Row row) throws SQLException {
        String text = row.text("key_text");
        if (!row.flag("is_key")) {
            include.add(text);
            return;
        }
        boolean expression = row.flag("is_expression");
        keys.add(new IndexKey(
                expression ? Parentheses.strip(text) : text,
                expression,
                row.flag("is_descending"),
                row.flag("is_nulls_first"),
                row.optional("operator_class"),
                row.optional("collation")));
    }

    Index finish() {
        return new Index(name, unique, method, keys, include, predicate, nullsNotDistinct, valid);
    }
}

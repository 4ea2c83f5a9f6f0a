package dev.migratable.runtime.hibernate;

import dev.migratable.normalize.IndexOptionReader;
import dev.migratable.normalize.Parentheses;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;

/** Reads indexes as Hibernate's index exporter writes them. */
final class IndexReader {

    private final Dialect dialect;
    private final PostgresNames names;
    private final Unread unread;

    IndexReader(Dialect dialect, PostgresNames names, Unread unread) {
        this.dialect = dialect;
        this.names = names;
        this.unread = unread;
    }

    Index read(QualifiedName table, org.hibernate.mapping.Index index) {
        List<IndexKey> keys = new ArrayList<>();
        for (Selectable selectable : index.getSelectables()) {
            keys.add(key(
                    table,
                    selectable,
                    Optional.ofNullable(index.getSelectableOrderMap().get(selectable))));
        }
        for (Selectable selectable : index.getSelectables()) {
            if (selectable instanceof Column column && !index.getTable().containsColumn(column)) {
                unread.add(table, "index " + index.getName() + " is on '" + column.getName() + "', which is no column");
            }
        }
        Index plain = new Index(
                PostgresNames.raw(index.getQuotedName(dialect)),
                index.isUnique(),
                Index.DEFAULT_METHOD,
                keys,
                List.of(),
                Optional.empty(),
                false,
                true);
        return unread.withOptions(
                table, "index " + index.getName(), index.getOptions(), plain, IndexOptionReader::read);
    }

    private IndexKey key(QualifiedName table, Selectable selectable, Optional<String> order) {
        String words = order.map(o -> o.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .orElse("");
        boolean descending = words.startsWith("desc");
        boolean nullsFirst = words.endsWith("nulls first") || (descending && !words.endsWith("nulls last"));
        if (!words.matches("(asc|desc)?( ?nulls (first|last))?")) {
            unread.add(table, "the order '" + words + "' of an index is not read");
        }
        boolean expression = !(selectable instanceof Column);
        String text = selectable instanceof Column column
                ? names.raw(column)
                : Parentheses.strip(selectable.getText(dialect));
        return new IndexKey(text, expression, descending, nullsFirst, Optional.empty(), Optional.empty());
    }
}

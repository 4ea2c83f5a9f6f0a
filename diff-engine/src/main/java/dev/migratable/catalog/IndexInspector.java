package dev.migratable.catalog;

import dev.migratable.normalize.Parentheses;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes indexes of the rows of {@code indexes.sql}.
 *
 * @param names the names of operator classes and collations
 */
record IndexInspector(CatalogNames names) {

    /** Bits of {@code pg_index.indoption}. */
    private static final long DESCENDING = 1;

    private static final long NULLS_FIRST = 2;

    Index index(Row row, TableDraft table) throws SQLException {
        long[] columns = row.numbers("columns");
        int keys = Math.toIntExact(row.number("keys"));
        List<String> include = new ArrayList<>();
        for (int i = keys; i < columns.length; i++) {
            include.add(table.column(columns[i]).name());
        }
        return new Index(
                row.text("index_name"),
                row.flag("is_unique"),
                row.text("method"),
                keys(row, table, columns, keys),
                include,
                row.flag("is_partial") ? Optional.of(Parentheses.strip(row.text("predicate"))) : Optional.empty(),
                row.flag("nulls_not_distinct"),
                row.flag("is_valid"));
    }

    private List<IndexKey> keys(Row row, TableDraft table, long[] columns, int count) throws SQLException {
        long[] options = row.numbers("options");
        long[] classes = row.numbers("classes");
        long[] collations = row.numbers("collations");
        Optional<Expressions> expressions = Expressions.of(row);
        Optional<List<String>> classOptions = row.optionalTexts("class_options");
        List<IndexKey> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            boolean expression = columns[i] == 0;
            Part part = expression && expressions.isPresent()
                    ? expressions.get().part(i)
                    : columnPart(table.column(columns[i]), collations[i]);
            keys.add(new IndexKey(
                    part.text,
                    expression,
                    (options[i] & DESCENDING) != 0,
                    (options[i] & NULLS_FIRST) != 0,
                    names.operatorClass(
                            classes[i],
                            part.baseType,
                            classOptions.isPresent() ? classOptions.get().get(i) : ""),
                    part.collated ? Optional.of(names.collation(collations[i])) : Optional.empty()));
        }
        return keys;
    }

    private static Part columnPart(NumberedColumn column, long collation) {
        return new Part(column.name(), column.baseType(), collation != 0 && collation != column.collation());
    }

    /**
     * What a key is made from.
     *
     * @param text the column or expression
     * @param baseType the oid of its type, or of what that domain is based on
     * @param collated whether the key has a collation other than its own
     */
    private record Part(String text, long baseType, boolean collated) {}

    /** What is known of all keys of an index with an expression, by position. */
    private record Expressions(List<String> texts, List<String> baseTypes, List<String> collated) {

        static Optional<Expressions> of(Row row) throws SQLException {
            Optional<List<String>> texts = row.optionalTexts("expressions");
            return texts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Expressions(
                            texts.get(), row.texts("expression_types"), row.texts("expression_collated")));
        }

        Part part(int position) {
            String text = texts.get(position);
            if (text.isEmpty()) {
                throw Row.concurrentChange("expression");
            }
            return new Part(
                    Parentheses.strip(text),
                    Long.parseLong(baseTypes.get(position)),
                    Boolean.parseBoolean(collated.get(position)));
        }
    }
}

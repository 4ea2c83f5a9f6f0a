package dev.migratable.processor.read;

import dev.migratable.normalize.IndexOptionReader;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.Suggestion;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/** Reads {@code @Table(indexes)} and {@code @PostgresIndex}. */
final class IndexReader {

    private static final Set<String> METHODS = Set.of("btree", "hash", "gin", "gist", "spgist", "brin");

    private final ReadContext context;
    private final Element owner;
    private final ColumnNames columns;
    private final ConstraintNames names;

    IndexReader(ReadContext context, Element owner, ColumnNames columns, ConstraintNames names) {
        this.context = context;
        this.owner = owner;
        this.columns = columns;
        this.names = names;
    }

    /**
     * An index of the mapping.
     *
     * @param name its raw name, where it has one
     * @param index the index under whatever name
     * @param constraint whether Hibernate makes it a unique constraint: a unique one on plain columns
     * @param annotation where it is one, what may have options
     */
    record MappedIndex(Optional<String> name, Index index, boolean constraint, Optional<AnnotationValues> annotation) {}

    /** Reads one {@code jakarta.persistence.Index}. */
    Optional<MappedIndex> read(AnnotationValues annotation) {
        List<IndexKey> keys =
                keys("@Index", List.of(annotation.text("columnList").orElse("").split(",")), false);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        boolean unique = annotation.flag("unique", false);
        boolean plain = keys.stream().noneMatch(IndexKey::descending);
        Optional<String> name = annotation.text("name").map(context.naming()::rawConstraint);
        Index index = index(unique, keys);
        return unique && plain
                ? Optional.of(new MappedIndex(name, index, true, Optional.of(annotation)))
                : new DefinitionOptions(context)
                        .apply(owner, Optional.of(annotation), index, IndexOptionReader::read)
                        .filter(i -> areColumns("@Index", i.include()))
                        .map(i -> new MappedIndex(name, i, false, Optional.empty()));
    }

    private static Index index(boolean unique, List<IndexKey> keys) {
        return new Index("", unique, Index.DEFAULT_METHOD, keys, List.of(), Optional.empty(), false, true);
    }

    /** Reads one {@code @PostgresIndex}. */
    Optional<MappedIndex> readPostgres(AnnotationValues annotation) {
        String place = "@PostgresIndex";
        List<String> texts = annotation.texts("columns");
        List<IndexKey> keys = new ArrayList<>(keys(place, texts, true));
        List<String> include = include(place, annotation.texts("include"));
        for (String expression : annotation.texts("expressions")) {
            keys.add(new IndexKey(expression, true, false, false, Optional.empty(), Optional.empty()));
        }
        boolean incomplete =
                keys.size() != texts.size() + annotation.texts("expressions").size()
                        || include.size() != annotation.texts("include").size();
        if (incomplete) {
            return Optional.empty();
        }
        String method = annotation.text("using").orElse(Index.DEFAULT_METHOD).toLowerCase(Locale.ROOT);
        if (keys.isEmpty() || !METHODS.contains(method)) {
            String fact = keys.isEmpty() ? "@PostgresIndex has no key" : "'" + method + "' is no index method";
            context.error(
                    owner, Problem.BAD_MEMBER, fact, "Name columns or expressions, and one of " + sorted(METHODS));
            return Optional.empty();
        }
        Optional<String> operatorClass = annotation.text("opclass");
        List<IndexKey> complete = keys.stream()
                .map(k -> new IndexKey(
                        k.text(), k.expression(), k.descending(), k.nullsFirst(), operatorClass, k.collation()))
                .toList();
        Index index = new Index(
                "", annotation.flag("unique", false), method, complete, include, annotation.text("where"), false, true);
        Optional<String> name = annotation.text("name").map(context.naming()::rawConstraint);
        return Optional.of(new MappedIndex(name, index, false, Optional.empty()));
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }

    /** Returns whether the raw names that options include are columns; one that is none is reported. */
    boolean areColumns(String place, List<String> names) {
        for (String name : names) {
            if (!columns.all().contains(name)) {
                String hint = Suggestion.of(name, columns.all());
                context.error(owner, Problem.UNKNOWN_NAME, place, name, "column", owner.getSimpleName(), hint);
                return false;
            }
        }
        return true;
    }

    private List<String> include(String place, List<String> texts) {
        List<String> result = new ArrayList<>();
        texts.forEach(text -> column(place, text, true).ifPresent(result::add));
        return result;
    }

    /** Returns the keys; empty where one of them is no column, which is then reported. */
    private List<IndexKey> keys(String place, List<String> texts, boolean attributesToo) {
        List<IndexKey> keys = new ArrayList<>();
        for (String text : texts) {
            String upper = text.strip().toUpperCase(Locale.ROOT);
            boolean descending = upper.endsWith(" DESC");
            String name = descending || upper.endsWith(" ASC")
                    ? text.strip().substring(0, upper.lastIndexOf(' ')).strip()
                    : text.strip();
            Optional<String> column = column(place, name, attributesToo);
            if (column.isEmpty()) {
                return List.of();
            }
            // without a word on it, NULLs come first in a descending key
            keys.add(new IndexKey(column.get(), false, descending, descending, Optional.empty(), Optional.empty()));
        }
        return keys;
    }

    private Optional<String> column(String place, String name, boolean attributesToo) {
        Optional<MappedColumn> found = attributesToo ? columns.columnOrAttribute(name) : columns.column(name);
        if (found.isEmpty()) {
            String hint = name.indexOf('(') >= 0
                    ? " Use @PostgresIndex(expressions = …) for an expression."
                    : Suggestion.of(name, columns.all());
            context.error(owner, Problem.UNKNOWN_NAME, place, name, "column", owner.getSimpleName(), hint);
        }
        return found.map(c -> c.column().name());
    }

    /** Gives an index the name it has, or makes one. */
    Index named(MappedIndex mapped) {
        return mapped.index().withName(mapped.name().orElseGet(() -> names.index(keyTexts(mapped.index()))));
    }

    private static List<String> keyTexts(Index index) {
        return index.keys().stream()
                .map(key ->
                        key.expression() ? key.text().replaceAll("\\W+", "_").replaceAll("^_|_$", "") : key.text())
                .toList();
    }
}

package dev.migratable.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds an index of a {@link TableBuilder}. Not thread-safe. */
public final class IndexBuilder {

    private final String name;
    private final List<IndexKey> keys = new ArrayList<>();
    private boolean unique;
    private String method = Index.DEFAULT_METHOD;
    private List<String> include = List.of();
    private Optional<String> predicate = Optional.empty();
    private boolean nullsNotDistinct;
    private boolean valid = true;

    IndexBuilder(String name) {
        this.name = name;
    }

    /** Adds an ascending key on a column. */
    public IndexBuilder key(String column) {
        keys.add(IndexKey.column(column));
        return this;
    }

    /** Adds an ascending key on an expression. */
    public IndexBuilder expression(String expression) {
        keys.add(new IndexKey(expression, true, false, false, Optional.empty(), Optional.empty()));
        return this;
    }

    /** Says that the last key descends. */
    public IndexBuilder descending() {
        IndexKey last = removeLast();
        keys.add(new IndexKey(
                last.text(), last.expression(), true, last.nullsFirst(), last.operatorClass(), last.collation()));
        return this;
    }

    /** Says that NULLs are first in the last key. */
    public IndexBuilder nullsFirst() {
        IndexKey last = removeLast();
        keys.add(new IndexKey(
                last.text(), last.expression(), last.descending(), true, last.operatorClass(), last.collation()));
        return this;
    }

    /** Says what the last key's operator class is. */
    public IndexBuilder operatorClass(String operatorClass) {
        IndexKey last = removeLast();
        keys.add(new IndexKey(
                last.text(),
                last.expression(),
                last.descending(),
                last.nullsFirst(),
                Optional.of(operatorClass),
                last.collation()));
        return this;
    }

    /** Says what the last key's collation is. */
    public IndexBuilder collation(String collation) {
        IndexKey last = removeLast();
        keys.add(new IndexKey(
                last.text(),
                last.expression(),
                last.descending(),
                last.nullsFirst(),
                last.operatorClass(),
                Optional.of(collation)));
        return this;
    }

    private IndexKey removeLast() {
        return keys.remove(keys.size() - 1);
    }

    /** Makes it unique. */
    public IndexBuilder unique() {
        unique = true;
        return this;
    }

    /** Says what its access method is. */
    public IndexBuilder method(String accessMethod) {
        method = accessMethod;
        return this;
    }

    /** Says which columns are stored beside the keys. */
    public IndexBuilder include(String... others) {
        include = List.of(others);
        return this;
    }

    /** Makes it partial. */
    public IndexBuilder where(String condition) {
        predicate = Optional.of(condition);
        return this;
    }

    /** Says that two NULLs collide. */
    public IndexBuilder nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    /** Says that it is not valid. */
    public IndexBuilder notValid() {
        valid = false;
        return this;
    }

    Index build() {
        return new Index(name, unique, method, keys, include, predicate, nullsNotDistinct, valid);
    }
}

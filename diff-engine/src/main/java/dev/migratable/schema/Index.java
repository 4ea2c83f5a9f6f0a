package dev.migratable.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An index that does not belong to a constraint.
 *
 * @param name the index's name; it lives in its table's schema
 * @param unique whether it is unique
 * @param method the access method: {@code btree}, {@code gin}, …
 * @param keys the key parts in order, at least one
 * @param include columns stored beside the key
 * @param predicate the condition of a partial index
 * @param nullsNotDistinct whether two NULLs collide in a unique index (PostgreSQL 15)
 * @param valid false for what a failed {@code CREATE INDEX CONCURRENTLY} left behind
 * @param parameters storage parameters, sorted, where its table's {@link Table#settings} are known; entities have none
 */
public record Index(
        String name,
        boolean unique,
        String method,
        List<IndexKey> keys,
        List<String> include,
        Optional<String> predicate,
        boolean nullsNotDistinct,
        boolean valid,
        Map<String, String> parameters) {

    /** The access method PostgreSQL uses unless told otherwise. */
    public static final String DEFAULT_METHOD = "btree";

    /** Copies the keys and rejects an empty index. */
    public Index {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(predicate, "predicate");
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        parameters = parameters.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(parameters));
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("index " + name + " has no key");
        }
    }

    /** Creates an index without storage parameters. */
    public Index(
            String name,
            boolean unique,
            String method,
            List<IndexKey> keys,
            List<String> include,
            Optional<String> predicate,
            boolean nullsNotDistinct,
            boolean valid) {
        this(name, unique, method, keys, include, predicate, nullsNotDistinct, valid, Map.of());
    }

    /** Returns a valid b-tree on columns in ascending order. */
    public static Index of(String name, boolean unique, List<String> columns) {
        return new Index(
                name,
                unique,
                DEFAULT_METHOD,
                columns.stream().map(IndexKey::column).toList(),
                List.of(),
                Optional.empty(),
                false,
                true);
    }

    /** Returns a copy with another name. */
    public Index withName(String newName) {
        return new Index(newName, unique, method, keys, include, predicate, nullsNotDistinct, valid, parameters);
    }

    /** Returns a copy with other storage parameters. */
    public Index withParameters(Map<String, String> newParameters) {
        return new Index(name, unique, method, keys, include, predicate, nullsNotDistinct, valid, newParameters);
    }
}

package dev.migratable.runtime.sql;

import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the statements that build and drop indexes; each can be run again. */
public final class IndexSql {
    /** A build waits for every older transaction; a lock timeout would cancel it and leave an invalid index. */
    private static final String WAIT = "SET lock_timeout = 0";

    /** How long any other statement waits for its lock: others queue behind it. */
    public static final String LOCK_QUICKLY = "SET lock_timeout = '" + Sql.LOCK_TIMEOUT + "'";

    private IndexSql() {}

    /** Builds an index at once, unless there is one of that name; only for tables that nobody uses yet. */
    public static String create(QualifiedName table, Index index) {
        return create(table, index, "");
    }

    /** Returns the statements that build an index while clients write, each for a transaction of its own. */
    public static List<String> createConcurrently(QualifiedName table, Index index) {
        QualifiedName name = table.withName(index.name());
        QualifiedName leftover = table.withName(Identifiers.fit(index.name(), "__invalid"));
        String moveAside = Sql.blockIf(
                CatalogTest.invalidIndex(name),
                "ALTER INDEX " + Sql.name(name) + " RENAME TO " + Sql.identifier(leftover.name()));
        return List.of(moveAside, WAIT, dropText(leftover), create(table, index, "CONCURRENTLY "));
    }

    /** Returns the statements that drop an index while clients write, each for a transaction of its own. */
    public static List<String> dropConcurrently(QualifiedName index) {
        return List.of(WAIT, dropText(index));
    }

    /** Returns the statements that drop a unique constraint, or the index that was to become one. */
    public static List<String> dropUnique(QualifiedName table, String name) {
        return List.of(ConstraintSql.drop(table, name), WAIT, dropText(table.withName(name)));
    }

    /** Returns the unique index that a unique constraint needs, under the constraint's name. */
    public static Index of(UniqueConstraint unique) {
        List<IndexKey> keys = unique.columns().stream().map(IndexKey::column).toList();
        return new Index(
                unique.name(),
                true,
                Index.DEFAULT_METHOD,
                keys,
                unique.include(),
                Optional.empty(),
                unique.nullsNotDistinct(),
                true);
    }

    /** Sets an index's comment. */
    public static String comment(QualifiedName index, String text) {
        return "COMMENT ON INDEX " + Sql.name(index) + " IS " + Sql.literal(text);
    }

    private static String dropText(QualifiedName index) {
        return "DROP INDEX CONCURRENTLY IF EXISTS " + Sql.name(index);
    }

    private static String create(QualifiedName table, Index index, String how) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + how + "IF NOT EXISTS "
                + Sql.identifier(index.name()) + " ON " + Sql.name(table)
                + (index.method().equals(Index.DEFAULT_METHOD) ? "" : " USING " + Sql.identifier(index.method()))
                + index.keys().stream().map(IndexSql::key).collect(Collectors.joining(", ", " (", ")"))
                + (index.include().isEmpty() ? "" : " INCLUDE (" + Sql.identifiers(index.include()) + ")")
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + SettingSql.with(index.parameters())
                + index.predicate().map(p -> " WHERE (" + p + ")").orElse("");
    }

    private static String key(IndexKey key) {
        String order = (key.descending() ? " DESC" : "")
                + (key.nullsFirst() == key.descending() ? "" : key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        return (key.expression() ? "(" + key.text() + ")" : Sql.identifier(key.text()))
                + key.collation().map(c -> " COLLATE " + c).orElse("")
                + key.operatorClass().map(o -> " " + o).orElse("")
                + order;
    }
}

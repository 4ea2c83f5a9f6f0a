package dev.migratable.runtime.sql;

import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the statements that make indexes primary keys, in place of others; each can be run again. */
public final class PrimaryKeySql {
    private PrimaryKeySql() {}

    /**
     * A foreign key that stays while the key it references is replaced.
     *
     * @param table the table it is of
     * @param from what it is before
     * @param to what it is after
     */
    public record Reference(QualifiedName table, ForeignKey from, ForeignKey to) {

        Reference inverse() {
            return new Reference(table, to, from);
        }

        private String drop() {
            return ConstraintSql.drop(table, from.name());
        }

        private String add() {
            return "ALTER TABLE " + Sql.name(table) + " ADD CONSTRAINT " + Sql.identifier(to.name()) + " "
                    + ConstraintSql.definition(to) + " NOT VALID";
        }
    }

    /**
     * A key that takes another one's place.
     *
     * @param table the table
     * @param from the key there is, if there is one
     * @param to the key to come, if one comes
     * @param index what the index of the key to come is called until it is one
     * @param references foreign keys that change over to another index in the same instant
     */
    public record Replacement(
            QualifiedName table,
            Optional<PrimaryKey> from,
            Optional<PrimaryKey> to,
            String index,
            List<Reference> references) {

        /** Copies the list. */
        public Replacement {
            references = List.copyOf(references);
        }

        /** Returns the way back, for which the former key has an index of another name again. */
        public Replacement inverse(String formerIndex) {
            return new Replacement(
                    table,
                    to,
                    from,
                    formerIndex,
                    references.stream().map(Reference::inverse).toList());
        }
    }

    /** Returns the index that a key needs, under a name of its own. */
    public static Index index(PrimaryKey key, String name, Map<String, String> parameters) {
        List<IndexKey> keys = key.columns().stream().map(IndexKey::column).toList();
        return new Index(name, true, Index.DEFAULT_METHOD, keys, key.include(), Optional.empty(), false, true)
                .withParameters(parameters);
    }

    /** Returns the test that a table has just that primary key. */
    public static String there(QualifiedName table, PrimaryKey key) {
        return CatalogTest.primaryKey(table, key);
    }

    /**
     * Exchanges the keys, unless that is done. A foreign key takes the oldest index that will do for it, so that it can
     * only be added when the former key is gone; that it is not validated spares it the scan, not a single row its check.
     *
     * @param more what else has to go between the former key and what references it
     */
    public static String replace(Replacement replacement, List<String> more) {
        QualifiedName table = replacement.table();
        List<String> statements = new ArrayList<>();
        replacement.references().forEach(r -> statements.add(r.drop()));
        replacement.from().ifPresent(key -> statements.add(ConstraintSql.drop(table, key.name())));
        statements.addAll(more);
        replacement.to().ifPresent(key -> statements.add(add(table, key, replacement.index())));
        replacement.references().forEach(r -> statements.add(r.add()));
        String open = replacement
                .to()
                .map(key ->
                        CatalogTest.validIndex(table, replacement.index(), true) + "\n    AND NOT " + there(table, key))
                .or(() -> replacement.from().map(key -> there(table, key)))
                .orElse(CatalogTest.TRUE);
        return Sql.blockIf(open, statements.toArray(String[]::new));
    }

    private static String add(QualifiedName table, PrimaryKey key, String index) {
        return "ALTER TABLE " + Sql.name(table) + " ADD CONSTRAINT " + Sql.identifier(key.name())
                + " PRIMARY KEY USING INDEX " + Sql.identifier(index) + ConstraintSql.deferrable(key.deferrability());
    }

    /** Returns what takes a unique index or constraint away in a transaction with other statements. */
    public static List<String> dropUnique(QualifiedName table, String name) {
        return List.of(ConstraintSql.drop(table, name), "DROP INDEX IF EXISTS " + Sql.name(table.withName(name)));
    }
}

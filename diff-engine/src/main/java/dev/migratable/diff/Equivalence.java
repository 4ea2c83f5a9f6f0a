package dev.migratable.diff;

import dev.migratable.normalize.ExpressionForms;
import dev.migratable.normalize.PlacedExpression;
import dev.migratable.normalize.TypeNormalizer;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says what two parts of a schema have to share to be the same: everything but their names and spelling.
 *
 * @param forms decides which expressions are the same
 */
record Equivalence(ExpressionForms forms) {

    static boolean sameType(SqlType one, SqlType other) {
        return one.equals(other) || TypeNormalizer.normalize(one).equals(TypeNormalizer.normalize(other));
    }

    boolean sameDefault(QualifiedName table, SqlType type, Optional<String> one, Optional<String> other) {
        return same(
                one.map(text -> PlacedExpression.ofDefault(table, type, text)),
                other.map(text -> PlacedExpression.ofDefault(table, type, text)));
    }

    boolean sameGenerated(QualifiedName table, SqlType type, Optional<Generated> one, Optional<Generated> other) {
        return one.map(Generated::stored).equals(other.map(Generated::stored))
                && same(
                        one.map(g -> PlacedExpression.ofGenerated(table, type, g.expression())),
                        other.map(g -> PlacedExpression.ofGenerated(table, type, g.expression())));
    }

    private boolean same(Optional<PlacedExpression> one, Optional<PlacedExpression> other) {
        return one.equals(other) || one.map(forms::of).equals(other.map(forms::of));
    }

    static Object structure(PrimaryKey key) {
        return new PrimaryKey("", key.columns(), key.include(), key.deferrability());
    }

    static Object structure(UniqueConstraint unique) {
        return new UniqueConstraint(
                "", unique.columns(), unique.include(), unique.nullsNotDistinct(), unique.deferrability());
    }

    /** Whether it is validated is no part of it: that is a change of its own. */
    Object structure(QualifiedName table, CheckConstraint check) {
        return forms.of(PlacedExpression.ofCheck(table, check.expression()));
    }

    /** The order of the pairs of columns is no part of it, nor whether it is validated. */
    static Object structure(ForeignKey key) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add(List.of(key.columns().get(i), key.referencedColumns().get(i)));
        }
        pairs.sort(Comparator.comparing(p -> p.get(0) + "\0" + p.get(1)));
        return List.of(
                pairs, key.referencedTable(), key.onDelete(), key.onUpdate(), key.matchFull(), key.deferrability());
    }

    /** Whether it is valid is no part of it: an invalid one is dropped and built again. */
    Object structure(QualifiedName table, Index index) {
        return new Index(
                "",
                index.unique(),
                index.method(),
                index.keys().stream()
                        .map(key -> key.expression()
                                ? key.withText(forms.of(PlacedExpression.ofIndexKey(table, key.text())))
                                : key)
                        .toList(),
                index.include(),
                index.predicate().map(text -> forms.of(PlacedExpression.ofIndexPredicate(table, text))),
                index.nullsNotDistinct(),
                true);
    }

    /** Returns the constraint that an index could stand for: same columns, same treatment of rows. */
    static Optional<Object> asConstraint(Index index) {
        boolean plain = index.unique()
                && index.valid()
                && index.method().equals(Index.DEFAULT_METHOD)
                && index.predicate().isEmpty()
                && index.keys().stream().allMatch(k -> k.equals(IndexKey.column(k.text())));
        return plain
                ? Optional.of(structure(new UniqueConstraint(
                        "",
                        index.keys().stream().map(IndexKey::text).toList(),
                        index.include(),
                        index.nullsNotDistinct(),
                        Deferrability.NOT_DEFERRABLE)))
                : Optional.empty();
    }
}

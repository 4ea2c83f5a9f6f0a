package dev.migratable.diff;

import dev.migratable.normalize.ExpressionNormalizer;
import dev.migratable.normalize.TypeNormalizer;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says what two parts of a schema have to share to be the same: everything but their names and spelling. */
final class Equivalence {

    private Equivalence() {}

    static boolean sameType(SqlType one, SqlType other) {
        return one.equals(other) || TypeNormalizer.normalize(one).equals(TypeNormalizer.normalize(other));
    }

    static boolean sameExpression(Optional<String> one, Optional<String> other, Optional<SqlType> context) {
        return one.equals(other)
                || (one.isPresent()
                        && other.isPresent()
                        && ExpressionNormalizer.normalize(one.get(), context)
                                .equals(ExpressionNormalizer.normalize(other.get(), context)));
    }

    static boolean sameGenerated(Optional<Generated> one, Optional<Generated> other) {
        return one.map(Generated::stored).equals(other.map(Generated::stored))
                && sameExpression(one.map(Generated::expression), other.map(Generated::expression), Optional.empty());
    }

    static Object structure(PrimaryKey key) {
        return new PrimaryKey("", key.columns(), key.include(), key.deferrability());
    }

    static Object structure(UniqueConstraint unique) {
        return new UniqueConstraint(
                "", unique.columns(), unique.include(), unique.nullsNotDistinct(), unique.deferrability());
    }

    /** Whether it is validated is no part of it: that is a change of its own. */
    static Object structure(CheckConstraint check) {
        return ExpressionNormalizer.conditions(check.expression());
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
    static Object structure(Index index) {
        return new Index(
                "",
                index.unique(),
                index.method(),
                index.keys().stream().map(Equivalence::normalized).toList(),
                index.include(),
                index.predicate().map(Equivalence::normalized),
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

    private static IndexKey normalized(IndexKey key) {
        return key.expression() ? key.withText(normalized(key.text())) : key;
    }

    private static String normalized(String expression) {
        return ExpressionNormalizer.normalize(expression, Optional.empty());
    }
}

package dev.migratable.normalize;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.Objects;
import java.util.Optional;

/**
 * An expression with what decides on its meaning.
 *
 * @param table the table whose columns it may name
 * @param place where it stands
 * @param type the type of the column it gives a value to; empty for conditions and index keys
 * @param text the SQL
 */
public record PlacedExpression(QualifiedName table, Place place, Optional<SqlType> type, String text) {

    /** Where an expression stands. */
    public enum Place {
        /** The default of a column. */
        DEFAULT,
        /** What a generated column is computed from. */
        GENERATED,
        /** A check constraint. */
        CHECK,
        /** A part of an index's key. */
        INDEX_KEY,
        /** The predicate of a partial index. */
        INDEX_PREDICATE
    }

    /** Rejects nulls. */
    public PlacedExpression {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(text, "text");
    }

    /** Places the default of a column. */
    public static PlacedExpression ofDefault(QualifiedName table, SqlType type, String text) {
        return new PlacedExpression(table, Place.DEFAULT, Optional.of(type), text);
    }

    /** Places the expression of a generated column. */
    public static PlacedExpression ofGenerated(QualifiedName table, SqlType type, String text) {
        return new PlacedExpression(table, Place.GENERATED, Optional.of(type), text);
    }

    /** Places a check's condition. */
    public static PlacedExpression ofCheck(QualifiedName table, String text) {
        return new PlacedExpression(table, Place.CHECK, Optional.empty(), text);
    }

    /** Places a part of an index's key. */
    public static PlacedExpression ofIndexKey(QualifiedName table, String text) {
        return new PlacedExpression(table, Place.INDEX_KEY, Optional.empty(), text);
    }

    /** Places an index's predicate. */
    public static PlacedExpression ofIndexPredicate(QualifiedName table, String text) {
        return new PlacedExpression(table, Place.INDEX_PREDICATE, Optional.empty(), text);
    }
}

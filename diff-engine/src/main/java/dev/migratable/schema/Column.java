package dev.migratable.schema;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param name raw name
 * @param type type with modifiers
 * @param nullable whether it may hold NULL
 * @param defaultValue the SQL expression of its default; empty where there is none, and where it is {@code NULL},
 *     which PostgreSQL stores only where it first casts it to a length ({@code NULL::character varying})
 * @param identity set for an identity column, which then has no default
 * @param generated set for a generated column, which then has no default
 * @param collation schema-qualified collation where it is not the type's own
 * @param comment the comment
 * @param settings how it is stored, where its table's {@link Table#settings} are known; entities do not speak of it
 */
public record Column(
        String name,
        SqlType type,
        boolean nullable,
        Optional<String> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> collation,
        Optional<String> comment,
        ColumnSettings settings) {

    /** A cast to any other type is kept: to a domain, whose own default it would override. */
    private static final Pattern NULL = Pattern.compile(
            "null(::(character varying|character|bpchar|numeric|bit|bit varying|interval|time|timestamp)\\b[^':]*)?",
            Pattern.CASE_INSENSITIVE);

    /** Rejects nulls, an empty name and more than one source of values. */
    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(collation, "collation");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(settings, "settings");
        defaultValue = defaultValue.filter(value -> !NULL.matcher(value.strip()).matches());
        int sources =
                (defaultValue.isPresent() ? 1 : 0) + (identity.isPresent() ? 1 : 0) + (generated.isPresent() ? 1 : 0);
        if (name.isEmpty() || sources > 1) {
            throw new IllegalArgumentException(
                    "column '" + name + "' has " + sources + " of default, identity and generation expression");
        }
    }

    /** Creates a column that is stored as is usual for its type. */
    public Column(
            String name,
            SqlType type,
            boolean nullable,
            Optional<String> defaultValue,
            Optional<Identity> identity,
            Optional<Generated> generated,
            Optional<String> collation,
            Optional<String> comment) {
        this(name, type, nullable, defaultValue, identity, generated, collation, comment, ColumnSettings.NONE);
    }

    /** Returns a column with nothing but name, type and nullability. */
    public static Column of(String name, SqlType type, boolean nullable) {
        return new Column(
                name,
                type,
                nullable,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns whether an INSERT that does not name the column succeeds. */
    public boolean mayBeOmitted() {
        return nullable || defaultValue.isPresent() || identity.isPresent() || generated.isPresent();
    }

    /** Returns a copy with another name. */
    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue, identity, generated, collation, comment, settings);
    }

    /** Returns a copy with another type. */
    public Column withType(SqlType newType) {
        return new Column(name, newType, nullable, defaultValue, identity, generated, collation, comment, settings);
    }

    /** Returns a copy that may, or may not, hold NULL. */
    public Column withNullable(boolean newNullable) {
        return new Column(
                name,
                type,
                newNullable,
                defaultValue,
                identity,
                generated,
                collation,
                comment,
                settings.withNotNull(
                        newNullable == nullable
                                ? settings.notNull().filter(NotNullConstraint::validated)
                                : Optional.empty()));
    }

    /** Returns a copy with another default. */
    public Column withDefault(Optional<String> newDefault) {
        return new Column(name, type, nullable, newDefault, identity, generated, collation, comment, settings);
    }

    /** Returns a copy with another identity. */
    public Column withIdentity(Optional<Identity> newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, generated, collation, comment, settings);
    }

    /** Returns a copy with another generation expression. */
    public Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(name, type, nullable, defaultValue, identity, newGenerated, collation, comment, settings);
    }

    /** Returns a copy with another collation. */
    public Column withCollation(Optional<String> newCollation) {
        return new Column(name, type, nullable, defaultValue, identity, generated, newCollation, comment, settings);
    }

    /** Returns a copy with another comment. */
    public Column withComment(Optional<String> newComment) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, newComment, settings);
    }

    /** Returns a copy that is stored in another way. */
    public Column withSettings(ColumnSettings newSettings) {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment, newSettings);
    }
}

package dev.migratable.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names a table or a sequence together with its schema; names are raw (as in {@code pg_class.relname}), never quoted.
 *
 * @param schema the schema's name, {@code public} where the user named none
 * @param name the object's name within the schema
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

    /** The schema PostgreSQL creates objects in unless told otherwise. */
    public static final String DEFAULT_SCHEMA = "public";

    /** Rejects empty parts. */
    public QualifiedName {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
        if (schema.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a qualified name has an empty part: '" + schema + "'.'" + name + "'");
        }
    }

    /** Returns the name of an object in the schema {@code public}. */
    public static QualifiedName inPublic(String name) {
        return new QualifiedName(DEFAULT_SCHEMA, name);
    }

    /**
     * Reads {@code name} or {@code schema.name}; the first dot divides.
     *
     * @param text raw, unquoted text as it is given on a command line or in a model file
     */
    public static QualifiedName parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? inPublic(text) : new QualifiedName(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Returns the name for people: without the schema where that is {@code public}. */
    public String display() {
        return schema.equals(DEFAULT_SCHEMA) ? name : schema + "." + name;
    }

    /** Returns the same name in the same schema but called {@code newName}. */
    public QualifiedName withName(String newName) {
        return new QualifiedName(schema, newName);
    }

    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema == 0 ? name.compareTo(other.name) : bySchema;
    }

    /** Written out, for names are compared all the time, and what a record has of itself is slow until it is compiled. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QualifiedName that && name.equals(that.name) && schema.equals(that.schema);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }

    /** Returns {@code schema.name}, the form {@link #parse} reads back. */
    @Override
    public String toString() {
        return schema + "." + name;
    }
}

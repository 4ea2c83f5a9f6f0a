package dev.migratable.schema;

import java.util.List;

/** Builds a primary key or a unique constraint of a {@link TableBuilder}. Not thread-safe. */
public final class KeyBuilder {

    private final String name;
    private final List<String> columns;
    private List<String> include = List.of();
    private boolean nullsNotDistinct;
    private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;

    KeyBuilder(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** Says which columns are stored beside the key. */
    public KeyBuilder include(String... others) {
        include = List.of(others);
        return this;
    }

    /** Says that two NULLs collide, which they cannot in a primary key. */
    public KeyBuilder nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    /** Says when it is checked. */
    public KeyBuilder checked(Deferrability when) {
        deferrability = when;
        return this;
    }

    PrimaryKey primaryKey() {
        return new PrimaryKey(name, columns, include, deferrability);
    }

    UniqueConstraint unique() {
        return new UniqueConstraint(name, columns, include, nullsNotDistinct, deferrability);
    }
}

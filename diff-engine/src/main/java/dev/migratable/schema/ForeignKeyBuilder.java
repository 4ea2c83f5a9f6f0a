package dev.migratable.schema;

import java.util.List;
import java.util.Optional;

/** Builds a foreign key of a {@link TableBuilder}. Not thread-safe. */
public final class ForeignKeyBuilder {

    private final String name;
    private final List<String> columns;
    private Optional<QualifiedName> referencedTable = Optional.empty();
    private List<String> referencedColumns = List.of();
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private boolean matchFull;
    private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
    private boolean validated = true;

    ForeignKeyBuilder(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** Says which columns of which table are referenced. */
    public ForeignKeyBuilder references(String schema, String table, String... others) {
        referencedTable = Optional.of(new QualifiedName(schema, table));
        referencedColumns = List.of(others);
        return this;
    }

    /** Says what happens when the referenced row goes. */
    public ForeignKeyBuilder onDelete(ReferentialAction action) {
        onDelete = action;
        return this;
    }

    /** Says what happens when the referenced key changes. */
    public ForeignKeyBuilder onUpdate(ReferentialAction action) {
        onUpdate = action;
        return this;
    }

    /** Makes it {@code MATCH FULL}. */
    public ForeignKeyBuilder matchFull() {
        matchFull = true;
        return this;
    }

    /** Says when it is checked. */
    public ForeignKeyBuilder checked(Deferrability when) {
        deferrability = when;
        return this;
    }

    /** Makes it {@code NOT VALID}. */
    public ForeignKeyBuilder notValid() {
        validated = false;
        return this;
    }

    ForeignKey build() {
        QualifiedName table = referencedTable.orElseThrow(
                () -> new IllegalStateException("foreign key " + name + " references nothing"));
        return new ForeignKey(
                name, columns, table, referencedColumns, onDelete, onUpdate, matchFull, deferrability, validated);
    }
}

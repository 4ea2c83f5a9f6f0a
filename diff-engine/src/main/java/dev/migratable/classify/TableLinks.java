package dev.migratable.classify;

import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows which tables of a schema refer to which, and which are partitions of which; built once for many changes. */
final class TableLinks {

    /**
     * A foreign key and the table it is on.
     *
     * @param table the referencing table
     * @param foreignKey the key
     */
    record Reference(QualifiedName table, ForeignKey foreignKey) {}

    private final Schema schema;
    private final Map<QualifiedName, List<Reference>> referencing = new HashMap<>();
    private final Map<QualifiedName, List<QualifiedName>> partitions = new HashMap<>();

    private TableLinks(Schema schema) {
        this.schema = schema;
    }

    static TableLinks of(Schema schema) {
        TableLinks links = new TableLinks(schema);
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                links.referencing
                        .computeIfAbsent(key.referencedTable(), t -> new ArrayList<>())
                        .add(new Reference(table.name(), key));
            }
            table.options()
                    .partitionOf()
                    .ifPresent(parent -> links.partitions
                            .computeIfAbsent(parent, t -> new ArrayList<>())
                            .add(table.name()));
        }
        return links;
    }

    Schema schema() {
        return schema;
    }

    /** Returns the foreign keys to a table, those from itself too. */
    List<Reference> referencing(QualifiedName table) {
        return referencing.getOrDefault(table, List.of());
    }

    /** Returns the partitions of a table, not theirs in turn. */
    List<QualifiedName> partitions(QualifiedName table) {
        return partitions.getOrDefault(table, List.of());
    }
}

package dev.migratable.processor.read;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;

/**
 * A foreign key with the name it was given, if any.
 *
 * @param name its raw name
 * @param columns its columns
 * @param table the table referenced
 * @param referenced the columns referenced, as many
 * @param onDelete what happens when the referenced row goes
 * @param options what Hibernate writes behind it, which is read already
 * @param made whether there is one: where the referenced rows are in several tables, Hibernate only keeps its place
 */
record MappedReference(
        Optional<String> name,
        List<String> columns,
        QualifiedName table,
        List<String> referenced,
        ReferentialAction onDelete,
        Optional<String> options,
        boolean made) {

    MappedReference(
            Optional<String> name,
            List<String> columns,
            QualifiedName table,
            List<String> referenced,
            ReferentialAction onDelete) {
        this(name, columns, table, referenced, onDelete, Optional.empty(), true);
    }

    /** Copies the columns. */
    MappedReference {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    /** Returns it with what Hibernate writes behind it. */
    MappedReference withOptions(Optional<String> newOptions) {
        return new MappedReference(name, columns, table, referenced, onDelete, newOptions, made);
    }

    /** Returns it without what an annotation of its own says on the referenced row's going. */
    MappedReference withoutAction() {
        return new MappedReference(name, columns, table, referenced, ReferentialAction.NO_ACTION, options, made);
    }
}

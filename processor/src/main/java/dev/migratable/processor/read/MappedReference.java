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
 * @param made whether there is one: where the referenced rows are in several tables, Hibernate only keeps its place
 */
record MappedReference(
        Optional<String> name,
        List<String> columns,
        QualifiedName table,
        List<String> referenced,
        ReferentialAction onDelete,
        boolean made) {

    MappedReference(
            Optional<String> name,
            List<String> columns,
            QualifiedName table,
            List<String> referenced,
            ReferentialAction onDelete) {
        this(name, columns, table, referenced, onDelete, true);
    }

    /** Copies the columns. */
    MappedReference {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    /** Returns it without what happens when the referenced row goes. */
    MappedReference withoutAction() {
        return new MappedReference(name, columns, table, referenced, ReferentialAction.NO_ACTION, made);
    }
}

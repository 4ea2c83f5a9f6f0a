package dev.migratable.catalog;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SqlType;
import java.sql.SQLException;
import java.util.Optional;

/** Makes sequences of the rows of {@code sequences.sql}. */
final class SequenceInspector {

    private SequenceInspector() {}

    static Sequence sequence(Row row) throws SQLException {
        Optional<String> column = row.optional("owner_column");
        Optional<ColumnName> owner = column.isEmpty()
                ? Optional.empty()
                : Optional.of(new ColumnName(
                        new QualifiedName(row.text("owner_schema"), row.text("owner_table")), column.get()));
        return new Sequence(
                new QualifiedName(row.text("nspname"), row.text("relname")),
                SqlType.parse(row.text("type")),
                row.sequenceOptions(),
                owner,
                Optional.of(row.text("comment")),
                row.optional("persistence").map("unlogged"::equals));
    }
}

package dev.migratable.catalog;

import dev.migratable.normalize.Parentheses;
import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.SqlType;
import java.sql.SQLException;
import java.util.Optional;

/** Makes columns of the rows of {@code columns.sql}. */
final class ColumnInspector {

    private ColumnInspector() {}

    static Column column(Row row) throws SQLException {
        Optional<String> expression =
                row.flag("has_expression") ? Optional.of(row.text("expression")) : Optional.empty();
        String generated = row.text("generated");
        Optional<Generated> generation = generated.isEmpty()
                ? Optional.empty()
                : expression.map(text -> new Generated(Parentheses.strip(text), generated.equals("s")));
        return new Column(
                row.text("attname"),
                SqlType.parse(row.text("type")),
                !row.flag("not_null"),
                generation.isPresent() ? Optional.empty() : expression,
                identity(row),
                generation,
                row.optional("collation"),
                row.optional("comment"));
    }

    private static Optional<Identity> identity(Row row) throws SQLException {
        String identity = row.text("identity");
        return identity.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(identity.equals("a"), row.sequenceOptions()));
    }
}

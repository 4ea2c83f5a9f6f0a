package dev.migratable.catalog;

import dev.migratable.normalize.Parentheses;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.NotNullConstraint;
import dev.migratable.schema.SqlType;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes columns of the rows of {@code columns.sql}. Names, types and defaults come again in table after table: equal ones
 * are one object. Confined to one thread.
 */
final class ColumnInspector {

    private final CatalogNames names;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, SqlType> types = new HashMap<>();

    ColumnInspector(CatalogNames names) {
        this.names = names;
    }

    Column column(Row row) throws SQLException {
        Optional<String> expression =
                row.flag("has_expression") ? Optional.of(shared(row.text("expression"))) : Optional.empty();
        String generated = row.text("generated");
        Optional<Generated> generation = generated.isEmpty()
                ? Optional.empty()
                : expression.map(text -> new Generated(Parentheses.strip(text), generated.equals("s")));
        return new Column(
                shared(row.text("attname")),
                types.computeIfAbsent(row.text("type"), SqlType::parse),
                !row.flag("not_null"),
                generation.isPresent() ? Optional.empty() : expression,
                identity(row),
                generation,
                row.flag("has_own_collation")
                        ? Optional.of(names.collation(row.number("collation_oid")))
                        : Optional.empty(),
                row.optional("comment"),
                settings(row));
    }

    private static ColumnSettings settings(Row row) throws SQLException {
        ColumnSettings settings =
                row.optionalTexts("settings").map(SettingsDraft::column).orElse(ColumnSettings.NONE);
        Optional<String> name = row.optional("not_null_name");
        return name.isEmpty()
                ? settings
                : settings.withNotNull(Optional.of(new NotNullConstraint(name.get(), row.flag("not_null"))));
    }

    NumberedColumn numbered(Row row) throws SQLException {
        return new NumberedColumn(shared(row.text("attname")), row.number("base_type"), row.number("collation_oid"));
    }

    private String shared(String text) {
        return texts.computeIfAbsent(text, Function.identity());
    }

    private static Optional<Identity> identity(Row row) throws SQLException {
        String identity = row.text("identity");
        return identity.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(identity.equals("a"), row.sequenceOptions()));
    }
}

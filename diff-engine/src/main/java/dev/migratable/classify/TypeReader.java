package dev.migratable.classify;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.schema.SqlType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what is behind the names of types that changes speak of.
 *
 * @param connection to the database
 */
record TypeReader(Connection connection) {

    Map<String, NamedType> read(List<Change> changes) throws SQLException {
        Map<String, NamedType> types = new HashMap<>();
        List<String> names = changes.stream()
                .flatMap(TypeReader::types)
                .filter(UserTypes::mayBeDomain)
                .map(SqlType::name)
                .distinct()
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return types;
        }
        try (PreparedStatement query =
                connection.prepareStatement(Sql.template("types").text())) {
            query.setArray(1, texts(names.stream()));
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    Optional<SqlType> base =
                            Optional.ofNullable(result.getString("base")).map(SqlType::parse);
                    types.put(
                            result.getString("name"),
                            new NamedType(base, result.getBoolean("not_null"), result.getBoolean("checked")));
                }
            }
        }
        return types;
    }

    private static Stream<SqlType> types(Change change) {
        if (change instanceof ChangeColumnType type) {
            return Stream.of(type.from(), type.to());
        }
        return change instanceof AddColumn add ? Stream.of(add.column().type()) : Stream.of();
    }

    private Array texts(Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}

package dev.migratable.classify;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what else in a database changes depend on: views that use a table, and what is behind the names of types. */
final class DependencyReader {

    private final Connection connection;
    private final Schema current;
    private final OldNames oldNames;
    private final Map<ColumnName, List<String>> columnViews = new HashMap<>();
    private final Map<QualifiedName, List<String>> tableViews = new HashMap<>();
    private final Map<String, NamedType> types = new HashMap<>();

    DependencyReader(Connection connection, Schema current, OldNames oldNames) {
        this.connection = connection;
        this.current = current;
        this.oldNames = oldNames;
    }

    void read(List<Change> changes) throws SQLException {
        readViews(changes);
        readTypes(changes);
    }

    Map<ColumnName, List<String>> columnViews() {
        return columnViews;
    }

    Map<QualifiedName, List<String>> tableViews() {
        return tableViews;
    }

    Map<String, NamedType> types() {
        return types;
    }

    private void readViews(List<Change> changes) throws SQLException {
        Map<QualifiedName, QualifiedName> newNames = changes.stream()
                .map(Change::table)
                .filter(t -> current.table(t).isPresent())
                .distinct()
                .collect(Collectors.toMap(oldNames::table, Function.identity(), (a, b) -> a));
        if (newNames.isEmpty()) {
            return;
        }
        try (PreparedStatement query =
                connection.prepareStatement(Sql.template("views").text())) {
            List<QualifiedName> tables = newNames.keySet().stream().sorted().toList();
            query.setArray(1, texts(tables.stream().map(QualifiedName::schema)));
            query.setArray(2, texts(tables.stream().map(QualifiedName::name)));
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    QualifiedName old = name(result, "table_schema", "table_name");
                    addView(
                            newNames.getOrDefault(old, old),
                            Optional.ofNullable(result.getString("column_name")),
                            name(result, "view_schema", "view_name").display());
                }
            }
        }
    }

    private void addView(QualifiedName table, Optional<String> column, String view) {
        List<String> views = column.isPresent()
                ? columnViews.computeIfAbsent(
                        new ColumnName(table, oldNames.newColumn(table, column.get())), c -> new ArrayList<>())
                : tableViews.computeIfAbsent(table, t -> new ArrayList<>());
        views.add(view);
    }

    private void readTypes(List<Change> changes) throws SQLException {
        List<String> names = changes.stream()
                .flatMap(DependencyReader::types)
                .filter(UserTypes::mayBeDomain)
                .map(SqlType::name)
                .distinct()
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return;
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
    }

    private static Stream<SqlType> types(Change change) {
        if (change instanceof ChangeColumnType type) {
            return Stream.of(type.from(), type.to());
        }
        return change instanceof AddColumn add ? Stream.of(add.column().type()) : Stream.of();
    }

    private static QualifiedName name(ResultSet result, String schema, String name) throws SQLException {
        return new QualifiedName(result.getString(schema), result.getString(name));
    }

    private Array texts(Stream<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}

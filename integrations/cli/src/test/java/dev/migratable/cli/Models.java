package dev.migratable.cli;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds small models and the files that hold them. */
final class Models {

    private Models() {}

    /** Returns a table in public, or in a schema that the name begins with, whose key is its first column. */
    static Table table(String name, Column... columns) {
        QualifiedName qualified = QualifiedName.parse(name);
        return Table.of(
                qualified,
                Arrays.asList(columns),
                Optional.of(PrimaryKey.of(qualified.name() + "_pkey", List.of(columns[0].name()))));
    }

    /** Returns a column; {@code type} may end with {@code not null}. */
    static Column column(String name, String type) {
        String required = " not null";
        return type.endsWith(required)
                ? Column.of(name, SqlType.parse(type.substring(0, type.length() - required.length())), false)
                : Column.of(name, SqlType.parse(type), true);
    }

    /** Returns a column that is the key. */
    static Column id() {
        return column("id", "bigint not null");
    }

    /** Returns a model without declarations. */
    static Model model(Table... tables) {
        return new Model(new Schema(Arrays.asList(tables), List.of()), Declarations.NONE);
    }

    /** Writes a model file. */
    static Path write(Path file, Model model) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return Files.writeString(file, ModelJson.write(model));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

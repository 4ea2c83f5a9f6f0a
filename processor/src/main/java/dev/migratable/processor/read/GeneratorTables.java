package dev.migratable.processor.read;

import dev.migratable.schema.Column;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;

/** Makes the sequences and tables that generators draw their values from. */
final class GeneratorTables {

    private static final SqlType BIGINT = SqlType.parse("bigint");
    private static final String DEFAULT_TABLE = "hibernate_sequences";
    private static final int DEFAULT_LENGTH = 255;

    private final Naming naming;

    GeneratorTables(Naming naming) {
        this.naming = naming;
    }

    /** Returns the table; empty where a member of it is no number. Its rows are Hibernate's own matter. */
    Optional<Table> table(GeneratorRecipe recipe) {
        String name = recipe.setting("table_name").or(recipe::name).orElse(DEFAULT_TABLE);
        QualifiedName table = qualified(recipe.setting("schema"), name);
        String key = column(recipe.setting("segment_column_name").orElse("sequence_name"));
        String value = column(recipe.setting("value_column_name").orElse("next_val"));
        return recipe.number("segment_value_length", DEFAULT_LENGTH)
                .map(length -> Table.of(
                        table,
                        List.of(
                                Column.of(key, SqlType.parse("character varying(" + length + ")"), false),
                                Column.of(value, BIGINT, true)),
                        Optional.of(PrimaryKey.of(new ConstraintNames(table.name()).primaryKey(), List.of(key)))));
    }

    /** Returns the sequence; empty where it starts or steps below 1, or by what is no number. */
    Optional<Sequence> sequence(GeneratorRecipe recipe, String implicitName) {
        String name = recipe.setting("sequence_name").or(recipe::name).orElse(implicitName);
        QualifiedName qualified = qualified(recipe.setting("schema"), name);
        int start = recipe.number("initial_value", 1).orElse(0);
        int increment = recipe.increment().orElse(0);
        if (start < 1 || increment < 1) {
            return Optional.empty();
        }
        SequenceOptions options = SequenceOptions.ascending(BIGINT, start, increment);
        return Optional.of(new Sequence(qualified, BIGINT, options, Optional.empty()));
    }

    /** No naming strategy changes these columns. */
    private String column(String name) {
        return naming.rawConstraint(name);
    }

    /** Hibernate takes a name apart that has a dot. */
    private QualifiedName qualified(Optional<String> schema, String name) {
        int dot = Naming.isQuoted(name) ? -1 : name.lastIndexOf('.');
        if (dot <= 0) {
            return naming.qualified(schema, name);
        }
        String before = name.substring(0, dot);
        return naming.qualified(Optional.of(before.substring(before.lastIndexOf('.') + 1)), name.substring(dot + 1));
    }
}

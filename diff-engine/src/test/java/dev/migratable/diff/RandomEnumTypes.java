package dev.migratable.diff;

import dev.migratable.schema.Column;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * Adds enum types, and columns that have them, to random schemas. From one schema to the next a type only gains values, at
 * any place: a server can do nothing else. Its numbers are its own, so that the other parts of a seed's schemas stay.
 */
final class RandomEnumTypes {

    private static final List<String> NAMES = List.of("mood", "Pace");
    private static final List<String> LABELS = List.of("a", "B", "c'd", "é", "e f", "z");

    private final Random random;
    private final Map<String, TreeSet<Integer>> labels = new HashMap<>();

    RandomEnumTypes(long seed) {
        this.random = new Random(~seed);
    }

    Schema addTo(Schema schema) {
        List<EnumType> types = new ArrayList<>();
        List<Table> tables = new ArrayList<>(schema.tables());
        for (String name : NAMES) {
            EnumType type = new EnumType(QualifiedName.inPublic(name), grow(name));
            boolean used = false;
            for (int i = 0; i < tables.size(); i++) {
                if (random.nextInt(100) < 25) {
                    tables.set(i, withColumn(tables.get(i), type));
                    used = true;
                }
            }
            if (used || random.nextBoolean()) {
                types.add(type);
            }
        }
        return schema.withTables(tables).withEnumTypes(types);
    }

    private List<String> grow(String name) {
        TreeSet<Integer> places = labels.computeIfAbsent(name, n -> new TreeSet<>());
        places.add(random.nextInt(LABELS.size()));
        places.add(random.nextInt(LABELS.size()));
        return places.stream().map(LABELS::get).toList();
    }

    private Table withColumn(Table table, EnumType type) {
        String name = type.name().name();
        SqlType sql = SqlType.parse(name.equals("mood") ? "public.mood" : "public.\"" + name + "\"");
        String label = type.labels().get(random.nextInt(type.labels().size())).replace("'", "''");
        Optional<String> value = random.nextBoolean() ? Optional.of("'" + label + "'") : Optional.empty();
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(Column.of("of_" + name, sql, true).withDefault(value));
        return table.withColumns(columns);
    }
}

package dev.migratable.runtime.hibernate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names one table's constraints where the mapping does not, as PostgreSQL would. Not thread-safe. */
final class ConstraintNames {

    private final String table;
    private final Set<String> taken = new HashSet<>();

    ConstraintNames(String table) {
        this.table = table;
    }

    String given(String name) {
        taken.add(name);
        return name;
    }

    String free(List<String> columns, String suffix) {
        String stem = columns.isEmpty() ? table : table + "_" + String.join("_", columns);
        String name = PostgresNames.fit(stem, "_" + suffix);
        for (int i = 1; !taken.add(name); i++) {
            name = PostgresNames.fit(stem, "_" + suffix + i);
        }
        return name;
    }
}

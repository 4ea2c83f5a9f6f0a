package dev.migratable.diff;

import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.NotNullConstraint;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gives random schemas what no entity speaks of, as a live database has it. */
final class RandomSettings {

    private static final Set<String> LONG_VALUES = Set.of("text", "character varying", "bytea", "jsonb");
    private static final int COMPRESSION_SINCE = 14;
    private static final int NOT_NULL_CONSTRAINTS_SINCE = 18;
    private static final int UNLOGGED_SEQUENCE_SINCE = 15;

    private final RandomSchemas random;
    private final int serverVersion;

    RandomSettings(RandomSchemas random, int serverVersion) {
        this.random = random;
        this.serverVersion = serverVersion;
    }

    Column column(Column column) {
        boolean isLong = isLong(column);
        return column.withSettings(new ColumnSettings(
                isLong && random.chance(15) ? Optional.of(random.pick(List.of("external", "main"))) : Optional.empty(),
                isLong && random.chance(15) && serverVersion >= COMPRESSION_SINCE
                        ? Optional.of("pglz")
                        : Optional.empty(),
                random.chance(10) ? Optional.of(random.pick(List.of(0, 10, 500))) : Optional.empty(),
                random.chance(10) ? Map.of("n_distinct", random.pick(List.of("-1", "5"))) : Map.of(),
                notNull(column)));
    }

    /** A name that somebody gave, which is no difference. */
    private Optional<NotNullConstraint> notNull(Column column) {
        return !column.nullable() && serverVersion >= NOT_NULL_CONSTRAINTS_SINCE && random.chance(15)
                ? Optional.of(new NotNullConstraint(column.name() + "_is_there", true))
                : Optional.empty();
    }

    private static boolean isLong(Column column) {
        return LONG_VALUES.contains(column.type().name()) || column.type().isArray();
    }

    Table table(Table table) {
        Map<String, String> parameters = new TreeMap<>();
        if (random.chance(20)) {
            parameters.put("fillfactor", random.pick(List.of("70", "90")));
        }
        boolean hasToast = table.columns().stream()
                .anyMatch(c -> isLong(c) && !c.type().name().equals("character varying"));
        if (hasToast && random.chance(20)) {
            parameters.put("toast.autovacuum_enabled", "false");
        }
        Map<String, Map<String, String>> keys = new HashMap<>();
        Map<String, String> indexComments = new HashMap<>();
        Map<String, String> constraintComments = new HashMap<>();
        table.primaryKey().filter(k -> random.chance(30)).ifPresent(k -> {
            keys.put(k.name(), Map.of("fillfactor", random.pick(List.of("60", "80"))));
            constraintComments.put(k.name(), random.pick(List.of("key", "it''s the key")));
            indexComments.put(k.name(), "index");
        });
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.replaceAll(i -> !i.unique() && random.chance(30)
                ? i.withParameters(Map.of("deduplicate_items", "off", "fillfactor", random.pick(List.of("60", "80"))))
                : i);
        // Of two equal indexes the differ keeps whichever it likes.
        return table.withIndexes(distinct(indexes))
                .withSettings(Optional.of(new TableSettings(parameters, keys, indexComments, constraintComments)));
    }

    private static List<Index> distinct(List<Index> indexes) {
        Set<Index> seen = new HashSet<>();
        return indexes.stream()
                .filter(i -> seen.add(i.withName("").withParameters(Map.of())))
                .toList();
    }

    /** Says whether a sequence is unlogged, on its own or with the table that owns it. */
    static Optional<Boolean> unlogged(RandomSchemas random, int serverVersion) {
        return serverVersion >= UNLOGGED_SEQUENCE_SINCE ? Optional.of(random.chance(30)) : Optional.empty();
    }

    /** Makes tables unlogged to which no logged one has a foreign key. */
    static List<Table> unlogged(RandomSchemas random, List<Table> tables) {
        Set<QualifiedName> unlogged = new HashSet<>();
        tables.stream().map(Table::name).filter(name -> random.chance(25)).forEach(unlogged::add);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Table table : tables) {
                boolean references = table.foreignKeys().stream()
                        .map(ForeignKey::referencedTable)
                        .anyMatch(unlogged::contains);
                changed |= references && unlogged.add(table.name());
            }
        }
        return tables.stream()
                .map(t -> t.withOptions(t.options().withUnlogged(unlogged.contains(t.name()))))
                .toList();
    }
}

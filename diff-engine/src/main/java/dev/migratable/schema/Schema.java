package dev.migratable.schema;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All tables, sequences and enum types of one model or one database, sorted by name.
 *
 * @param tables the tables
 * @param sequences the sequences that are not inside identity columns
 * @param enumTypes the types whose values are listed
 */
public record Schema(List<Table> tables, List<Sequence> sequences, List<EnumType> enumTypes) {

    /** Nothing: what a schema is created from and dropped to. */
    public static final Schema EMPTY = new Schema(List.of(), List.of());

    /** Creates a schema without enum types. */
    public Schema(List<Table> tables, List<Sequence> sequences) {
        this(tables, sequences, List.of());
    }

    /** Sorts and rejects an object named twice; a table is a type, too. */
    public Schema {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        sequences =
                sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
        Set<QualifiedName> seen = new HashSet<>();
        Stream.concat(tables.stream().map(Table::name), sequences.stream().map(Sequence::name))
                .forEach(name -> {
                    if (!seen.add(name)) {
                        throw new IllegalArgumentException("two relations are named " + name);
                    }
                });
        enumTypes =
                enumTypes.stream().sorted(Comparator.comparing(EnumType::name)).toList();
        Set<QualifiedName> types = tables.stream().map(Table::name).collect(Collectors.toCollection(HashSet::new));
        for (EnumType type : enumTypes) {
            if (!types.add(type.name())) {
                throw new IllegalArgumentException("two types are named " + type.name());
            }
        }
    }

    /** Finds a table by name. */
    public Optional<Table> table(QualifiedName name) {
        return find(tables, Table::name, name);
    }

    /** Finds a sequence by name. */
    public Optional<Sequence> sequence(QualifiedName name) {
        return find(sequences, Sequence::name, name);
    }

    /** Finds an enum type by name. */
    public Optional<EnumType> enumType(QualifiedName name) {
        return find(enumTypes, EnumType::name, name);
    }

    private static <T> Optional<T> find(List<T> sorted, Function<T, QualifiedName> nameOf, QualifiedName name) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            T item = sorted.get(middle);
            int order = nameOf.apply(item).compareTo(name);
            if (order == 0) {
                return Optional.of(item);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** Returns a copy with other tables. */
    public Schema withTables(List<Table> newTables) {
        return new Schema(newTables, sequences, enumTypes);
    }

    /** Returns a copy with other sequences. */
    public Schema withSequences(List<Sequence> newSequences) {
        return new Schema(tables, newSequences, enumTypes);
    }

    /** Returns a copy with other enum types. */
    public Schema withEnumTypes(List<EnumType> newEnumTypes) {
        return new Schema(tables, sequences, newEnumTypes);
    }

    /**
     * Returns a copy in which one table is replaced by what {@code edit} makes of it.
     *
     * @throws IllegalArgumentException where there is no such table
     */
    public Schema editTable(QualifiedName name, UnaryOperator<Table> edit) {
        if (table(name).isEmpty()) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return withTables(tables.stream()
                .map(t -> t.name().equals(name) ? edit.apply(t) : t)
                .toList());
    }
}

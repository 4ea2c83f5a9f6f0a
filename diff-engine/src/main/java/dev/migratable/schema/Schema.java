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
 * All tables, sequences, enum types and composite types of one model or one database, sorted by name.
 *
 * @param tables the tables
 * @param sequences the sequences that are not inside identity columns
 * @param enumTypes the types whose values are listed
 * @param compositeTypes the types that have attributes, but for those of tables
 */
public record Schema(
        List<Table> tables, List<Sequence> sequences, List<EnumType> enumTypes, List<CompositeType> compositeTypes) {

    /** Nothing: what a schema is created from and dropped to. */
    public static final Schema EMPTY = new Schema(List.of(), List.of());

    /** Creates a schema without types. */
    public Schema(List<Table> tables, List<Sequence> sequences) {
        this(tables, sequences, List.of());
    }

    /** Creates a schema without composite types. */
    public Schema(List<Table> tables, List<Sequence> sequences, List<EnumType> enumTypes) {
        this(tables, sequences, enumTypes, List.of());
    }

    /** Sorts and rejects an object named twice; a table is a type, too, and a composite type a relation. */
    public Schema {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        sequences =
                sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
        Set<QualifiedName> seen = new HashSet<>();
        compositeTypes = compositeTypes.stream()
                .sorted(Comparator.comparing(CompositeType::name))
                .toList();
        Stream.of(
                        tables.stream().map(Table::name),
                        sequences.stream().map(Sequence::name),
                        compositeTypes.stream().map(CompositeType::name))
                .flatMap(Function.identity())
                .forEach(name -> {
                    if (!seen.add(name)) {
                        throw new IllegalArgumentException("two relations are named " + name);
                    }
                });
        enumTypes =
                enumTypes.stream().sorted(Comparator.comparing(EnumType::name)).toList();
        Set<QualifiedName> types = tables.stream().map(Table::name).collect(Collectors.toCollection(HashSet::new));
        compositeTypes.forEach(type -> types.add(type.name()));
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

    /** Finds a composite type by name. */
    public Optional<CompositeType> compositeType(QualifiedName name) {
        return find(compositeTypes, CompositeType::name, name);
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
        return new Schema(newTables, sequences, enumTypes, compositeTypes);
    }

    /** Returns a copy with other sequences. */
    public Schema withSequences(List<Sequence> newSequences) {
        return new Schema(tables, newSequences, enumTypes, compositeTypes);
    }

    /** Returns a copy with other enum types. */
    public Schema withEnumTypes(List<EnumType> newEnumTypes) {
        return new Schema(tables, sequences, newEnumTypes, compositeTypes);
    }

    /** Returns a copy with other composite types. */
    public Schema withCompositeTypes(List<CompositeType> newCompositeTypes) {
        return new Schema(tables, sequences, enumTypes, newCompositeTypes);
    }

    /** Returns whether a column of a table, or an attribute of a composite type, is of an enum type or an array of it. */
    public boolean uses(EnumType type) {
        return usedTypes().anyMatch(type::isUsedBy);
    }

    /** Returns whether a column of a table, or an attribute of a composite type, is of a composite type or an array of it. */
    public boolean uses(CompositeType type) {
        return usedTypes().anyMatch(type::isUsedBy);
    }

    private Stream<SqlType> usedTypes() {
        return Stream.concat(
                tables.stream().flatMap(table -> table.columns().stream()).map(Column::type),
                compositeTypes.stream()
                        .flatMap(type -> type.attributes().stream())
                        .map(CompositeAttribute::type));
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

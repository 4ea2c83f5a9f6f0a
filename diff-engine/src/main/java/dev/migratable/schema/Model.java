package dev.migratable.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * A schema together with what was declared about how it may change. A live database has no declarations.
 *
 * @param schema the tables, sequences and types
 * @param declarations the declared renames, retirements, backfills and accepted risks
 * @param contributions columns, and constraints on them, that belong to tables of other models; a merged model has none
 */
public record Model(Schema schema, Declarations declarations, Schema contributions) {

    /** Rejects nulls. */
    public Model {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(declarations, "declarations");
        Objects.requireNonNull(contributions, "contributions");
    }

    /** Creates a model that contributes nothing to other models. */
    public Model(Schema schema, Declarations declarations) {
        this(schema, declarations, Schema.EMPTY);
    }

    /**
     * Merges the models of several entities or modules; what they contribute to each other's tables is put into these, and
     * equal sequences, equal types, and tables of generators' values, are one.
     *
     * @throws IllegalArgumentException where two models have a table of one name, or sequences or types of one name
     *     that differ, or where one contributes to a table that none has
     */
    public static Model merge(Collection<Model> models) {
        List<Table> tables = new ArrayList<>();
        Set<Sequence> sequences = new LinkedHashSet<>();
        Set<EnumType> enumTypes = new LinkedHashSet<>();
        Set<CompositeType> compositeTypes = new LinkedHashSet<>();
        List<Table> contributions = new ArrayList<>();
        Declarations declarations = Declarations.NONE;
        for (Model model : models) {
            model.schema.tables().stream()
                    .filter(t -> !t.hasGeneratorValues() || !tables.contains(t))
                    .forEach(tables::add);
            sequences.addAll(model.schema.sequences());
            enumTypes.addAll(model.schema.enumTypes());
            compositeTypes.addAll(model.schema.compositeTypes());
            contributions.addAll(model.contributions.tables());
            if (!model.declarations.equals(Declarations.NONE)) {
                declarations = declarations.and(model.declarations);
            }
        }
        Schema merged = new Schema(
                Contributions.merge(tables, contributions),
                List.copyOf(sequences),
                List.copyOf(enumTypes),
                List.copyOf(compositeTypes));
        return new Model(merged, declarations);
    }

    /**
     * Puts the models of several places together.
     *
     * @param byPlace the models by what they are called in messages
     * @throws IllegalArgumentException where one table is in two of them, or a type with other values or attributes; it
     *     names the object and both places
     */
    public static Model merge(Map<String, Model> byPlace) {
        Map<QualifiedName, String> places = new HashMap<>();
        byPlace.forEach((place, model) -> model.schema.tables().forEach(table -> {
            String other = places.putIfAbsent(table.name(), place);
            boolean shared = table.hasGeneratorValues()
                    && other != null
                    && Objects.requireNonNull(byPlace.get(other), "a place has a model")
                            .schema
                            .table(table.name())
                            .filter(table::equals)
                            .isPresent();
            if (other != null && !shared) {
                throw new IllegalArgumentException(
                        "the table " + table.name().display() + " is in " + other + " and in " + place);
            }
        }));
        requireSame(byPlace, Schema::enumTypes, EnumType::name, "values", t -> String.join(", ", t.labels()));
        requireSame(byPlace, Schema::compositeTypes, CompositeType::name, "attributes", CompositeType::describe);
        return merge(byPlace.values());
    }

    private static <T> void requireSame(
            Map<String, Model> byPlace,
            Function<Schema, List<T>> types,
            Function<T, QualifiedName> name,
            String parts,
            Function<T, String> content) {
        Map<QualifiedName, String> places = new HashMap<>();
        Map<QualifiedName, T> known = new HashMap<>();
        byPlace.forEach((place, model) -> types.apply(model.schema).forEach(type -> {
            String other = places.putIfAbsent(name.apply(type), place);
            T first = known.putIfAbsent(name.apply(type), type);
            if (first != null && !first.equals(type)) {
                throw new IllegalArgumentException(
                        "the type " + name.apply(type).display() + " has the " + parts + " " + content.apply(first)
                                + " in " + other + " and " + content.apply(type) + " in " + place);
            }
        }));
    }

    /** Returns a copy with more declarations. */
    public Model withDeclarations(Declarations more) {
        return new Model(schema, declarations.and(more), contributions);
    }
}

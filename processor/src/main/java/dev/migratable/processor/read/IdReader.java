package dev.migratable.processor.read;

import dev.migratable.normalize.SequenceOptionReader;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import dev.migratable.schema.Column;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Reads how the values of an identifier are made: identity columns, sequences, tables, or the application alone. */
final class IdReader {

    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    /** Of a sequence or table that is configured by parameters, the others would change it in ways that are not read. */
    private static final Map<GeneratorRecipe.Source, Set<String>> READ = Map.of(
            GeneratorRecipe.Source.SEQUENCE,
            Set.of("sequence_name", "schema", "initial_value", "increment_size"),
            GeneratorRecipe.Source.TABLE,
            Set.of(
                    "table_name",
                    "schema",
                    "segment_column_name",
                    "segment_value",
                    "segment_value_length",
                    "value_column_name",
                    "initial_value",
                    "increment_size",
                    "optimizer",
                    "prefer_entity_table_as_segment_value"));

    private final ReadContext context;
    private final GenericGenerators generics;

    IdReader(ReadContext context) {
        this.context = context;
        this.generics = new GenericGenerators(context);
    }

    /**
     * The column as the generator makes it, and what it draws from.
     *
     * @param column the column
     * @param sequence the sequence
     * @param table the table
     */
    record Generation(Column column, Optional<Sequence> sequence, Optional<Table> table) {

        static Generation of(Column column) {
            return new Generation(column, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Reads an identifier's generator; empty where it cannot be read, which is then reported.
     *
     * @param entity the entity
     * @param table the table's name as the mapping writes it
     * @param id the identifier's column
     */
    Optional<Generation> read(TypeElement entity, String table, MappedColumn id) {
        Optional<AnnotationValues> generated = id.attribute().annotation(Jpa.GENERATED_VALUE);
        Optional<AnnotationValues> ofAnnotation = id.isId()
                ? id.attribute().annotations().all().stream()
                        .filter(a -> AnnotationValues.has(a.type(), Jpa.ID_GENERATOR_TYPE))
                        .findFirst()
                : Optional.empty();
        if (ofAnnotation.isPresent()) {
            // which is one of Hibernate's, or has been found to make its values in the application
            boolean isNative = ofAnnotation.get().typeName().equals(Jpa.NATIVE_GENERATOR);
            return isNative
                    ? read(GeneratorRecipe.ofNative(ofAnnotation.get()), table, id)
                    : Optional.of(Generation.of(id.column()));
        }
        if (generated.isEmpty()) {
            return Optional.of(Generation.of(id.column()));
        }
        String strategy = generated.get().constant("strategy").orElse("AUTO");
        if (strategy.equals("IDENTITY") && WHOLE.contains(id.column().type().name())) {
            return identity(id);
        }
        Generators near = new Generators(context.elements(), entity, id.attribute());
        Optional<String> name = generated.get().text("generator");
        Optional<PackageElement> elsewhere =
                name.filter(n -> !near.declares(n)).flatMap(context.unit()::packageOfGenerator);
        if (elsewhere.isPresent()) {
            // Hibernate finds it there if it is told of that package
            String fact = "the generator '" + name.orElse("") + "' is declared on another package, "
                    + elsewhere.get().getQualifiedName() + ". Declare it on the entity or its own package";
            context.error(id.attribute().element(), Problem.GENERATOR, fact);
            return Optional.empty();
        }
        return switch (strategy) {
            case "UUID" -> ofApplication(id, strategy);
            case "SEQUENCE" -> read(sequence(near, name), table, id);
            case "TABLE" -> read(table(near, name), table, id);
            case "AUTO" -> automatic(near, name, table, id);
            default -> fail(id, strategy);
        };
    }

    /** Behind the identity Hibernate writes no default, but options; none of those that are read goes with an identity. */
    private Optional<Generation> identity(MappedColumn id) {
        Optional<AnnotationValues> column = id.attribute().annotation(Jpa.COLUMN);
        if (DefinitionOptions.text(column).isPresent()) {
            String fact = "'options' of @Column beside GenerationType.IDENTITY is not read";
            context.error(id.attribute().element(), Problem.BAD_MEMBER, fact, "Remove it");
            return Optional.empty();
        }
        Identity identity =
                new Identity(false, SequenceOptions.defaults(id.column().type()));
        Column plain = id.column().withDefault(Optional.empty());
        return Optional.of(Generation.of(plain.withIdentity(Optional.of(identity))));
    }

    private static GeneratorRecipe sequence(Generators near, Optional<String> name) {
        return near.find(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS, name)
                .map(GeneratorRecipe::sequence)
                .orElseGet(() -> GeneratorRecipe.of(GeneratorRecipe.Source.SEQUENCE, name));
    }

    private static GeneratorRecipe table(Generators near, Optional<String> name) {
        return near.find(Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS, name)
                .map(GeneratorRecipe::table)
                .orElseGet(() -> GeneratorRecipe.of(GeneratorRecipe.Source.TABLE, name));
    }

    /** What is declared decides, in Hibernate's order; then the type does. */
    private Optional<Generation> automatic(Generators near, Optional<String> name, String table, MappedColumn id) {
        if (name.filter("increment"::equals).isPresent()) {
            return Optional.of(Generation.of(id.column()));
        }
        if (near.find(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS, name).isPresent()) {
            return read(sequence(near, name), table, id);
        }
        if (near.find(Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS, name).isPresent()) {
            return read(table(near, name), table, id);
        }
        Optional<AnnotationValues> generic = near.find(Jpa.GENERIC_GENERATOR, Jpa.GENERIC_GENERATORS, name);
        if (generic.isPresent()) {
            return generic(generic.get(), table, id);
        }
        Optional<GeneratorRecipe.Source> named =
                name.filter(n -> n.indexOf('.') < 0 || n.equals("uuid.hex")).flatMap(generics::source);
        if (named.isPresent() && named.get() == GeneratorRecipe.Source.APPLICATION) {
            return Optional.of(Generation.of(id.column()));
        }
        if (named.isPresent() || name.filter("identity"::equals).isPresent()) {
            String fact = "a generator is named '" + name.orElse("") + "', which means one of Hibernate's own";
            context.error(id.attribute().element(), Problem.GENERATOR, fact);
            return Optional.empty();
        }
        if (near.isSaidAbove()) {
            return Optional.of(Generation.of(id.column()));
        }
        return isNumeric(id) || id.attribute().element().asType().getKind() == TypeKind.TYPEVAR
                ? read(GeneratorRecipe.of(GeneratorRecipe.Source.SEQUENCE, name), table, id)
                : ofApplication(id, "AUTO");
    }

    private Optional<Generation> generic(AnnotationValues generator, String table, MappedColumn id) {
        Optional<GeneratorRecipe.Source> source = generics.source(generator);
        if (source.isEmpty()) {
            String fact = "the generator '" + generator.text("name").orElse("")
                    + "' of @GenericGenerator may create what it likes in the database, or an identity column";
            context.error(id.attribute().element(), Problem.GENERATOR, fact);
            return Optional.empty();
        }
        GeneratorRecipe recipe = GeneratorRecipe.generic(source.get(), generator);
        Optional<String> unread = recipe.settings().keySet().stream()
                .filter(key -> !READ.getOrDefault(
                                recipe.source(), recipe.settings().keySet())
                        .contains(key))
                .sorted()
                .findFirst();
        if (unread.isPresent()) {
            String fact = "the parameter '" + unread.get() + "' of @GenericGenerator is not read";
            context.error(id.attribute().element(), Problem.GENERATOR, fact);
            return Optional.empty();
        }
        return read(recipe, table, id);
    }

    private Optional<Generation> read(GeneratorRecipe recipe, String table, MappedColumn id) {
        if (recipe.source() == GeneratorRecipe.Source.APPLICATION) {
            return Optional.of(Generation.of(id.column()));
        }
        if (!isNumeric(id)) {
            return fail(id, recipe.source().name());
        }
        GeneratorTables tables = new GeneratorTables(context.naming());
        if (recipe.source() == GeneratorRecipe.Source.TABLE) {
            if (recipe.setting("options").isPresent()) {
                String fact = "'options' of a generator's table is not read";
                context.error(id.attribute().element(), Problem.GENERATOR, fact);
                return Optional.empty();
            }
            Optional<Table> values = tables.table(recipe);
            if (values.isEmpty()) {
                context.error(id.attribute().element(), Problem.GENERATOR, "a length of the generator is no number");
            }
            return values.map(t -> new Generation(id.column(), Optional.empty(), Optional.of(t)));
        }
        Optional<Sequence> sequence = tables.sequence(recipe, Naming.unquoted(table) + "_SEQ");
        if (sequence.isEmpty()) {
            context.error(
                    id.attribute().element(), Problem.GENERATOR, "a sequence that starts or steps below 1 is not read");
        }
        return sequence.flatMap(s -> withOptions(id, recipe, s))
                .map(s -> new Generation(id.column(), Optional.of(s), Optional.empty()));
    }

    private Optional<Sequence> withOptions(MappedColumn id, GeneratorRecipe recipe, Sequence plain) {
        Optional<String> text = recipe.setting("options");
        return text.isEmpty()
                ? Optional.of(plain)
                : new DefinitionOptions(context)
                        .apply(
                                id.attribute().element(),
                                "SequenceGenerator",
                                text.get(),
                                plain,
                                SequenceOptionReader::read);
    }

    private static boolean isNumeric(MappedColumn id) {
        String type = id.column().type().name();
        return WHOLE.contains(type) || type.equals("numeric");
    }

    /** Hibernate makes UUIDs of the type UUID, of texts, and of bytes. */
    private Optional<Generation> ofApplication(MappedColumn id, String strategy) {
        boolean generic = id.attribute().element().asType().getKind() == TypeKind.TYPEVAR;
        if (generic) {
            // Hibernate 7.4 takes a type variable for a number under AUTO, and fails under UUID
            String fact = "a generated value that is no number, for a type variable, is not read";
            context.error(id.attribute().element(), Problem.GENERATOR, fact);
            return Optional.empty();
        }
        boolean automatic = !strategy.equals("AUTO")
                || Set.of("java.util.UUID", "java.lang.String")
                        .contains(TypeText.of(id.attribute().type()));
        return isNumeric(id) || !automatic ? fail(id, strategy) : Optional.of(Generation.of(id.column()));
    }

    private Optional<Generation> fail(MappedColumn id, String strategy) {
        SqlType type = id.column().type();
        String fact = "GenerationType." + strategy + " for the type " + type.sql() + " is not read";
        context.error(id.attribute().element(), Problem.GENERATOR, fact);
        return Optional.empty();
    }
}

package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads {@code @CollectionId}: a column of the collection's table that is its primary key. Of the generators those are read
 * that need nothing of the database, or a sequence.
 */
final class CollectionIdReader {

    private static final Set<String> TYPES = Set.of("java.lang.Long", "java.lang.Integer", "java.lang.Short");
    private static final String INCREMENT = "increment";
    private static final String SEQUENCE = "sequence";

    private final ReadContext context;
    private final TypeElement entity;

    CollectionIdReader(ReadContext context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
    }

    /** Returns the sequence that the values come from; empty where they need none. */
    Optional<Sequence> sequence(Attribute attribute, QualifiedName table) {
        return recipe(attribute)
                .flatMap(recipe -> new GeneratorTables(context.naming()).sequence(recipe, table.name() + "_SEQ"));
    }

    private Optional<GeneratorRecipe> recipe(Attribute attribute) {
        Optional<String> name = generator(attribute);
        if (name.isEmpty()) {
            return Optional.empty(); // the values have no key, and a generator without a name is another's
        }
        if (name.get().equals(SEQUENCE)) {
            return Optional.of(GeneratorRecipe.of(GeneratorRecipe.Source.SEQUENCE, Optional.empty()));
        }
        return new Generators(context.elements(), entity, attribute)
                .find(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS, name)
                .filter(declared -> declared.text("name").equals(name))
                .map(GeneratorRecipe::sequence);
    }

    private static Optional<String> generator(Attribute attribute) {
        return attribute.annotation(Jpa.COLLECTION_ID).flatMap(id -> id.text("generator"));
    }

    /** Returns the column; what cannot be read is reported. */
    MappedParts read(Attribute attribute, CollectionType type) {
        MappedParts result = new MappedParts();
        Optional<MappedColumn> column = attribute
                .annotation(Jpa.COLLECTION_ID)
                .flatMap(id -> id.annotation("column"))
                .filter(written -> written.text("name").isPresent())
                .filter(written -> isRead(attribute, type))
                .flatMap(written -> column(attribute, written));
        if (column.isEmpty()) {
            String fact = "@CollectionId is read on a List without @OrderColumn, with column = @Column(name = \"…\"),"
                    + " @CollectionIdJavaClass of a whole number alone, and \"increment\", \"sequence\" or a"
                    + " @SequenceGenerator of its entity without options as generator";
            String fix = "Write it so, or map the other table as an entity of its own with @ManyToOne to this one";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
            result.fail();
            return result;
        }
        result.columns().add(column.get());
        return result;
    }

    private boolean isRead(Attribute attribute, CollectionType type) {
        boolean isBag = type.kind() == CollectionType.Kind.LIST || type.kind() == CollectionType.Kind.BAG;
        return isBag
                && !attribute.has(Jpa.ORDER_COLUMN)
                && !attribute.has(Jpa.ONE_TO_MANY)
                && !attribute.has(Jpa.MANY_TO_ANY)
                && (generator(attribute).filter(INCREMENT::equals).isPresent()
                        || recipe(attribute)
                                .filter(recipe -> recipe.setting("options").isEmpty())
                                .isPresent());
    }

    private Optional<MappedColumn> column(Attribute attribute, AnnotationValues written) {
        Optional<TypeMirror> type = attribute
                .annotation(Jpa.COLLECTION_ID_JAVA_CLASS)
                .flatMap(a -> a.classValue("idType"))
                .filter(t -> TYPES.contains(TypeText.of(t)));
        // the annotations of the collection itself are for its elements
        Overrides column = new Overrides(Map.of(attribute.name(), written), Map.of(), Map.of());
        Attribute.Place place =
                new Attribute.Place(List.of(), false, attribute.place().access(), column, false);
        return type.map(t -> new Attribute(
                        attribute.name(),
                        t,
                        attribute.element(),
                        place,
                        attribute.annotations().none()))
                .flatMap(new BasicColumnReader(context)::read)
                .map(id -> id.withColumn(id.column().withNullable(false)));
    }
}

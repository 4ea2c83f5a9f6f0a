package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Column;
import dev.migratable.schema.Identity;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Reads how the values of an identifier are made: identity columns, sequences, UUIDs of the application. */
final class IdReader {

    private static final int DEFAULT_ALLOCATION = 50;
    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    /** Names that Hibernate takes for strategies where no generator is called so, and {@code increment} even then. */
    private static final Set<String> STRATEGIES = Set.of(
            "native",
            "assigned",
            "enhanced-sequence",
            "sequence",
            "enhanced-table",
            "table",
            "identity",
            "increment",
            "foreign",
            "uuid",
            "uuid.hex",
            "uuid2",
            "select",
            "guid");

    private static final SqlType SEQUENCE_TYPE = SqlType.parse("bigint");

    private final ReadContext context;

    IdReader(ReadContext context) {
        this.context = context;
    }

    /**
     * The column as the generator makes it, and the sequence it draws from.
     *
     * @param column the column
     * @param sequence the sequence
     */
    record Generation(Column column, Optional<Sequence> sequence) {}

    /**
     * Reads an identifier's generator; empty where it cannot be read, which is then reported.
     *
     * @param entity the entity
     * @param table the table's name as the mapping writes it
     * @param id the identifier's column
     */
    Optional<Generation> read(TypeElement entity, String table, MappedColumn id) {
        Optional<AnnotationValues> generated = id.attribute().annotation(Jpa.GENERATED_VALUE);
        if (generated.isEmpty()) {
            return Optional.of(new Generation(id.column(), Optional.empty()));
        }
        String strategy = generated.get().constant("strategy").orElse("AUTO");
        SqlType type = id.column().type();
        boolean numeric = WHOLE.contains(type.name()) || type.name().equals("numeric");
        if (strategy.equals("IDENTITY") && WHOLE.contains(type.name())) {
            Identity identity = new Identity(false, SequenceOptions.defaults(type));
            return Optional.of(new Generation(id.column().withIdentity(Optional.of(identity)), Optional.empty()));
        }
        boolean drawn = strategy.equals("SEQUENCE") || strategy.equals("AUTO");
        if (numeric && drawn) {
            return sequence(entity, table, id, generated.get())
                    .map(sequence -> new Generation(id.column(), Optional.of(sequence)));
        }
        boolean generic = id.attribute().element().asType().getKind() == TypeKind.TYPEVAR;
        if (generic && !numeric) {
            // Hibernate 7.4 takes a type variable for a number under AUTO, and fails under UUID
            String fact = "a generated value that is no number, for a type variable, is not read";
            context.error(id.attribute().element(), Problem.GENERATOR, fact);
            return Optional.empty();
        }
        if (!numeric
                && (strategy.equals("UUID")
                        || strategy.equals("AUTO") && type.name().equals("uuid"))) {
            return Optional.of(new Generation(id.column(), Optional.empty()));
        }
        String fact = "GenerationType." + strategy + " for the type " + type.sql() + " is not read";
        context.error(id.attribute().element(), Problem.GENERATOR, fact);
        return Optional.empty();
    }

    private Optional<Sequence> sequence(TypeElement entity, String table, MappedColumn id, AnnotationValues generated) {
        Optional<String> name = generated.text("generator");
        boolean auto = generated.constant("strategy").orElse("AUTO").equals("AUTO");
        boolean isStrategy = name.filter(STRATEGIES::contains)
                .filter(n -> n.equals("increment")
                        || named(entity, id.attribute(), n).isEmpty())
                .isPresent();
        if (auto && isStrategy) {
            String fact = "Hibernate takes the generator's name '" + name.orElseThrow()
                    + "' for a strategy of its own, which";
            context.error(id.attribute().element(), Problem.GENERATOR, fact + " is not read");
            return Optional.empty();
        }
        Optional<AnnotationValues> generator =
                name.isPresent() ? named(entity, id.attribute(), name.get()) : unnamed(entity, id.attribute());
        if (generator.flatMap(g -> g.text("options")).isPresent()) {
            context.error(id.attribute().element(), Problem.GENERATOR, "'options' of a sequence generator is not read");
            return Optional.empty();
        }
        String sequence = generator
                .flatMap(g -> g.text("sequenceName").or(() -> g.text("name")))
                .or(() -> name)
                .orElseGet(() -> Naming.unquoted(table) + "_SEQ");
        QualifiedName qualified = context.naming().qualified(generator.flatMap(g -> g.text("schema")), sequence);
        int start = generator.map(g -> g.integer("initialValue", 1)).orElse(1);
        int increment = generator
                .map(g -> g.integer("allocationSize", DEFAULT_ALLOCATION))
                .orElse(DEFAULT_ALLOCATION);
        if (start < 1 || increment < 1) {
            context.error(
                    id.attribute().element(), Problem.GENERATOR, "a sequence that starts or steps below 1 is not read");
            return Optional.empty();
        }
        SequenceOptions options = SequenceOptions.ascending(SEQUENCE_TYPE, start, increment);
        return Optional.of(new Sequence(qualified, SEQUENCE_TYPE, options, Optional.empty()));
    }

    /** Hibernate looks a generator's name up near the attribute; other entities' generators only on demand. */
    private Optional<AnnotationValues> named(TypeElement entity, Attribute attribute, String name) {
        return near(entity, attribute).stream()
                .filter(g -> g.text("name").filter(name::equals).isPresent())
                .findFirst();
    }

    /** One that has no name of its own serves the identifier it stands on, those of its entity's classes or package. */
    private Optional<AnnotationValues> unnamed(TypeElement entity, Attribute attribute) {
        List<AnnotationValues> onAttribute = generatorsOn(attribute.element());
        if (onAttribute.size() == 1) {
            return Optional.of(onAttribute.get(0));
        }
        List<TypeElement> classes = new ArrayList<>(AttributeReader.classes(entity));
        Collections.reverse(classes);
        for (TypeElement type : classes) {
            List<AnnotationValues> onClass = generatorsOn(type);
            if (onClass.size() == 1) {
                return Optional.of(onClass.get(0));
            }
        }
        List<AnnotationValues> onPackage = generatorsOn(context.elements().getPackageOf(entity));
        return onPackage.size() == 1 ? Optional.of(onPackage.get(0)) : Optional.empty();
    }

    private static List<AnnotationValues> generatorsOn(Element element) {
        return AnnotationValues.repeated(element, Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS);
    }

    private List<AnnotationValues> near(TypeElement entity, Attribute attribute) {
        List<AnnotationValues> near = new ArrayList<>(generatorsOn(attribute.element()));
        near.addAll(generatorsOn(entity));
        AttributeReader.classes(entity).forEach(type -> near.addAll(generatorsOn(type)));
        near.addAll(generatorsOn(context.elements().getPackageOf(entity)));
        return near;
    }
}

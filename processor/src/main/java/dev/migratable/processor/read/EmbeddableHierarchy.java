package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Knows an embedded attribute's embeddable and those that extend it: the columns of all of them are in the table, and one
 * more says which it is. Where the embeddable itself extends another, Hibernate maps what it declares, and nothing else.
 */
final class EmbeddableHierarchy {

    /** How overrides call the discriminator of an embeddable. */
    private static final String DISCRIMINATOR = "{discriminator}";

    private static final String DEFAULT_NAME = "DTYPE";
    private static final int DEFAULT_LENGTH = 31;
    private static final int OVERRIDING_LENGTH = 255;

    private final ReadContext context;
    private final Attribute attribute;
    private final TypeElement embeddable;
    private final List<TypeElement> below;

    EmbeddableHierarchy(ReadContext context, Attribute attribute, TypeElement embeddable) {
        this.context = context;
        this.attribute = attribute;
        this.embeddable = embeddable;
        boolean isRoot = AnnotationValues.has(embeddable, Jpa.EMBEDDABLE)
                && PersistenceUnit.embeddableAbove(embeddable).isEmpty();
        this.below = isRoot ? context.unit().embeddablesBelow(embeddable, context.elements()) : List.of();
    }

    /** Returns the classes that have attributes. */
    List<TypeElement> classes() {
        List<TypeElement> result = new ArrayList<>(AttributeReader.embeddableClasses(embeddable));
        result.addAll(below);
        return result;
    }

    /** Returns the attributes in the groups that are sorted apart in a key. */
    List<List<Attribute>> attributes(AttributeReader reader, boolean keyOrder) {
        if (below.isEmpty()) {
            return List.of(reader.readEmbedded(attribute, embeddable));
        }
        List<List<Attribute>> result = new ArrayList<>();
        for (TypeElement type : AttributeReader.embeddableClasses(embeddable)) {
            result.add(keyOrder ? 0 : result.size(), reader.readOfClass(attribute, embeddable, type));
        }
        below.forEach(type -> result.add(reader.readOfClass(attribute, embeddable, type)));
        return result;
    }

    /** Adds the column that says which of the embeddables it is; what cannot be read is reported. */
    void addDiscriminator(MappedParts parts) {
        if (below.isEmpty()) {
            return;
        }
        if (attribute.identifying() || attribute.has(Jpa.EMBEDDED_ID)) {
            fail(
                    parts,
                    "the embeddable " + embeddable.getSimpleName() + " is extended by "
                            + below.get(0).getSimpleName() + ", and Hibernate takes no such identifier",
                    "Make what they share a @MappedSuperclass");
            return;
        }
        Optional<AnnotationValues> column = AnnotationValues.find(embeddable, Jpa.DISCRIMINATOR_COLUMN);
        if (!hasValues(column)) {
            parts.fail();
        } else if (!AnnotationValues.has(embeddable, Jpa.DISCRIMINATOR_FORMULA)) {
            column(column, parts);
        }
    }

    private static String kind(Optional<AnnotationValues> column) {
        return column.flatMap(c -> c.constant("discriminatorType")).orElse("STRING");
    }

    /** Only texts and numbers can be made from the name of a class. */
    private boolean hasValues(Optional<AnnotationValues> column) {
        if (!kind(column).equals("CHAR")) {
            return true;
        }
        Optional<TypeElement> without = Stream.concat(Stream.of(embeddable), below.stream())
                .filter(type -> AnnotationValues.find(type, Jpa.DISCRIMINATOR_VALUE)
                        .flatMap(v -> v.text("value"))
                        .isEmpty())
                .findFirst();
        without.ifPresent(type -> {
            String fact = "the discriminator of " + type.getSimpleName() + " is no value of the type CHAR";
            context.error(type, Problem.INHERITANCE, fact, "Say it with @DiscriminatorValue");
        });
        return without.isEmpty();
    }

    private void column(Optional<AnnotationValues> column, MappedParts parts) {
        Attribute.Place inside = attribute.inside(Overrides.onClasses(AttributeReader.embeddableClasses(embeddable)));
        Attribute discriminator = new Attribute(
                DISCRIMINATOR,
                embeddable.asType(),
                embeddable,
                inside,
                context.annotations().of(embeddable));
        Optional<AnnotationValues> override = inside.overrides().column(DISCRIMINATOR);
        Optional<String> text = override.flatMap(o -> o.text("columnDefinition"))
                .or(() -> column.flatMap(c -> c.text("columnDefinition")));
        Optional<ColumnDefinition> definition = text.flatMap(t -> new ColumnParts(context).definition(attribute, t));
        if (override.isPresent() && override.get().text("name").isEmpty()) {
            fail(parts, "the override of '" + DISCRIMINATOR + "' names no column", "Add name");
            return;
        }
        if (text.isPresent() && definition.isEmpty()) {
            parts.fail();
            return;
        }
        String logical = override.flatMap(o -> o.text("name"))
                .or(() -> column.map(c -> c.text("name").orElse(DEFAULT_NAME)))
                .orElseGet(() -> prefix() + "_" + DEFAULT_NAME);
        SqlType type = definition.map(ColumnDefinition::type).orElseGet(() -> type(column, override));
        Column read = Column.of(context.naming().raw(logical), type, false)
                .withDefault(definition.flatMap(ColumnDefinition::defaultValue));
        new ColumnParts(context)
                .withOptions(discriminator, override.or(() -> column), read)
                .ifPresentOrElse(
                        c -> parts.columns().add(new MappedColumn(discriminator, logical, c, false, List.of())),
                        parts::fail);
    }

    private static SqlType type(Optional<AnnotationValues> column, Optional<AnnotationValues> override) {
        int written = column.map(c -> c.integer("length", DEFAULT_LENGTH)).orElse(DEFAULT_LENGTH);
        int length = override.map(o -> o.integer("length", OVERRIDING_LENGTH)).orElse(written);
        return SqlType.parse(
                switch (kind(column)) {
                    case "CHAR" -> "character(1)";
                    case "INTEGER" -> "integer";
                    default -> "character varying(" + length + ")";
                });
    }

    /** Returns what stands before the column's name: the attribute's name, or, in a collection, what Hibernate calls it. */
    private String prefix() {
        List<Attribute> holders = attribute.place().holders();
        boolean isInCollection = holders.stream().anyMatch(h -> EntityColumns.isCollection(h.element()));
        if (attribute.place().mapKey()) {
            return "mapkey";
        }
        if (!isInCollection) {
            return attribute.name();
        }
        Attribute around = holders.get(holders.size() - 1);
        if (!EntityColumns.isCollection(around.element())) {
            return around.name();
        }
        return isMap(around) ? "value" : "{element}";
    }

    private boolean isMap(Attribute collection) {
        TypeMirror written = collection.element() instanceof ExecutableElement getter
                ? getter.getReturnType()
                : collection.element().asType();
        TypeMirror map = context.types()
                .erasure(context.elements().getTypeElement("java.util.Map").asType());
        return context.types().isAssignable(context.types().erasure(written), map);
    }

    private void fail(MappedParts parts, String fact, String fix) {
        context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
        parts.fail();
    }
}

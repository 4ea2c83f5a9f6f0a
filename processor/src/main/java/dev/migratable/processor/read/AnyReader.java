package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.BasicType;
import dev.migratable.processor.type.BasicTypes;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.processor.type.Facets;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Reads an {@code @Any}: one column says which entity is referenced, the other has its key, and nothing constrains them. */
final class AnyReader {

    private final ReadContext context;
    private final ColumnParts parts;

    AnyReader(ReadContext context) {
        this.context = context;
        this.parts = new ColumnParts(context);
    }

    /** Reads the two columns; what cannot be read is reported. */
    MappedParts read(Attribute attribute) {
        return read(attribute, attribute.joinColumns());
    }

    /** Reads the two columns, of which the key is joined as it is said; what cannot be read is reported. */
    MappedParts read(Attribute attribute, List<AnnotationValues> joins) {
        MappedParts result = new MappedParts();
        Optional<MappedColumn> discriminator = discriminator(attribute);
        Optional<MappedColumn> key = key(attribute, joins);
        if (discriminator.isEmpty() || key.isEmpty()) {
            result.fail();
            return result;
        }
        result.columns().add(discriminator.get());
        result.columns().add(key.get());
        return result;
    }

    private Optional<MappedColumn> discriminator(Attribute attribute) {
        String kind = attribute
                .annotationOrMeta(Jpa.ANY_DISCRIMINATOR)
                .flatMap(d -> d.constant("value"))
                .orElse("STRING");
        String type = switch (kind) {
            case "CHAR" -> "java.lang.Character";
            case "INTEGER" -> "java.lang.Integer";
            default -> "java.lang.String";
        };
        TypeMirror mirror = context.elements().getTypeElement(type).asType();
        return new BasicColumnReader(context).read(attribute.withType(mirror));
    }

    private Optional<MappedColumn> key(Attribute attribute, List<AnnotationValues> joins) {
        Optional<AnnotationValues> join = joins.stream().findFirst();
        boolean understood = parts.understands(attribute, join);
        Optional<BasicType> keyClass = keyClass(attribute);
        boolean isTyped = keyClass.isPresent()
                || attribute.annotationOrMeta(Jpa.ANY_KEY_JAVA_TYPE).isPresent();
        if (!isTyped || joins.size() != 1) {
            String fact =
                    "the key of an @Any is read of one column with @AnyKeyJavaClass or @AnyKeyJavaType of a basic type";
            context.error(
                    attribute.element(), Problem.BAD_MEMBER, fact, "Say it with @AnyKeyJavaClass and @JoinColumn");
            return Optional.empty();
        }
        Optional<String> text = join.flatMap(j -> j.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> parts.definition(attribute, t));
        if (!understood || text.isPresent() && definition.isEmpty()) {
            return Optional.empty();
        }
        Optional<SqlType> type = definition
                .map(ColumnDefinition::type)
                .or(() -> new KeyTypeReader(context, KeyTypeReader.ANY_KEY).read(attribute, keyClass));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String logical = join.flatMap(j -> j.text("name")).orElse(attribute.name() + "_id");
        boolean optional = !attribute.has(Jpa.MANY_TO_ANY)
                && attribute
                        .annotation(Jpa.ANY)
                        .map(a -> a.flag("optional", true))
                        .orElse(true);
        boolean nullable = optional
                && join.map(j -> j.flag("nullable", true)).orElse(true)
                && !definition.map(ColumnDefinition::notNull).orElse(false)
                && !new ValidationReader(context).read(attribute).notNull();
        Column column = Column.of(context.naming().raw(logical), type.get(), nullable)
                .withDefault(definition.flatMap(ColumnDefinition::defaultValue))
                .withComment(join.flatMap(j -> j.text("comment")));
        boolean unique = join.map(j -> j.flag("unique", false)).orElse(false);
        List<MappedColumn.Check> checks = parts.checksOf(attribute.element(), join);
        return parts.withOptions(attribute, join, column)
                .map(c -> new MappedColumn(attribute, logical, c, unique, checks));
    }

    private static Optional<BasicType> keyClass(Attribute attribute) {
        return attribute
                .annotationOrMeta(Jpa.ANY_KEY_JAVA_CLASS)
                .flatMap(a -> a.classValue("value"))
                .flatMap(type -> BasicTypes.of(type, Facets.NONE));
    }
}

package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Knows where Hibernate gives columns another type than that of the key they stand for: it carries a
 * {@code columnDefinition} on to the key's next columns, and forgets the length of what a {@code @JoinColumn} names.
 */
final class KeyTypes {

    /** What a type has where nothing is said of its length and digits. */
    private static final Map<String, List<String>> DEFAULTS =
            Map.of("character varying", List.of("255"), "numeric", List.of("38", "2"));

    private final ReadContext context;

    KeyTypes(ReadContext context) {
        this.context = context;
    }

    /** Returns whether columns without annotations have the types of the composite key they reference; reports it if not. */
    boolean areCarried(Element place, TypeElement entity, List<MappedColumn> key) {
        for (int i = 0; i < key.size() - 1; i++) {
            SqlType type = key.get(i).column().type();
            boolean spreads = isDefined(key.get(i))
                    && key.stream()
                            .skip(i + 1L)
                            .anyMatch(c -> !c.column().type().equals(type));
            if (spreads) {
                String fact = "Hibernate gives all columns that reference " + entity.getSimpleName()
                        + " the columnDefinition of '" + key.get(i).name() + "'";
                String fix = "Name each with an annotation of its own and referencedColumnName, or say the type of '"
                        + key.get(i).name() + "' otherwise";
                context.error(place, Problem.BAD_MEMBER, fact, fix);
                return false;
            }
        }
        return true;
    }

    private static boolean isDefined(MappedColumn column) {
        Attribute attribute = column.attribute();
        if (attribute.isOfClass()) {
            return false;
        }
        return join(column)
                .or(() -> attribute.annotation(Jpa.COLUMN))
                .flatMap(a -> a.text("columnDefinition"))
                .isPresent();
    }

    /** Returns whether a column has the type of the one it references; reports it if not. */
    boolean isCarried(Element place, TypeElement entity, MappedColumn target, Optional<AnnotationValues> join) {
        boolean forgotten = !isDefault(target.column().type())
                && join.flatMap(j -> j.text("columnDefinition")).isEmpty()
                && isDerivedByName(target);
        if (forgotten) {
            String fact = "Hibernate forgets the length of '" + target.name() + "', which a @JoinColumn of '"
                    + target.attribute().path() + "' makes part of the identifier of " + entity.getSimpleName();
            String fix = "Say columnDefinition = \"" + target.column().type().sql()
                    + "\" where it is referenced, or leave the name in that @JoinColumn away";
            context.error(place, Problem.BAD_MEMBER, fact, fix);
        }
        return !forgotten;
    }

    /**
     * Returns whether a part of an identifier that is an association has the type of what that references; reports it if not.
     */
    boolean isCarried(Attribute part, MappedColumn own) {
        boolean forgotten = !isDefault(own.column().type()) && isDerivedByName(own) && !isDefined(own);
        if (forgotten) {
            String fact = "Hibernate forgets the length of the identifier that the @JoinColumn '" + own.name()
                    + "' references";
            String fix = "Say columnDefinition = \"" + own.column().type().sql() + "\" in it, or leave its name away";
            context.error(part.element(), Problem.BAD_MEMBER, fact, fix);
        }
        return !forgotten;
    }

    private static boolean isDerivedByName(MappedColumn column) {
        Attribute attribute = column.attribute();
        return !attribute.isOfClass()
                && AssociationReader.isToOne(attribute)
                && (attribute.has(Jpa.MAPS_ID) || idClassMember(attribute).isPresent())
                && join(column).isPresent();
    }

    /** Finds what an {@code @IdClass} has in the place of an association. */
    static Optional<TypeMirror> idClassMember(Attribute attribute) {
        return Optional.ofNullable(attribute.element().getEnclosingElement())
                .flatMap(type -> AnnotationValues.find(type, Jpa.ID_CLASS))
                .flatMap(a -> a.classValue("value"))
                .filter(DeclaredType.class::isInstance)
                .map(type -> ((DeclaredType) type).asElement())
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> field.getSimpleName().contentEquals(attribute.name()))
                        .findFirst())
                .map(Element::asType);
    }

    private static Optional<AnnotationValues> join(MappedColumn column) {
        return column.attribute().joinColumns().stream()
                .filter(j -> j.text("name").filter(column.logicalName()::equals).isPresent())
                .findFirst();
    }

    private static boolean isDefault(SqlType type) {
        List<String> standard = DEFAULTS.get(type.name());
        return standard == null ? type.modifiers().isEmpty() : type.modifiers().equals(standard);
    }
}

package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Knows when an {@code @IdClass} has the last word: where one of its members has one of a few annotations, Hibernate maps the
 * identifier by the members of that class alone. It is then read where both classes say the same.
 */
final class IdClassRules {

    private static final Set<String> DECISIVE = Set.of(
            Jpa.COLUMN,
            Jpa.ID,
            Jpa.GENERATED_VALUE,
            Jpa.ONE_TO_ONE,
            Jpa.ONE_TO_MANY,
            Jpa.MANY_TO_ONE,
            Jpa.MANY_TO_MANY);

    private final ReadContext context;

    IdClassRules(ReadContext context) {
        this.context = context;
    }

    /** Returns whether an entity and its {@code @IdClass} say the same; otherwise that is reported. */
    boolean agree(TypeElement entity, List<Attribute> attributes) {
        Optional<TypeElement> idClass = AttributeReader.classes(entity).stream()
                .flatMap(type -> AnnotationValues.find(type, Jpa.ID_CLASS).stream())
                .flatMap(a -> a.classValue("value").stream())
                .filter(DeclaredType.class::isInstance)
                .map(type -> ((DeclaredType) type).asElement())
                .filter(TypeElement.class::isInstance)
                .map(TypeElement.class::cast)
                .findFirst()
                .filter(type -> type.getEnclosedElements().stream().anyMatch(IdClassRules::isDecisive));
        if (idClass.isEmpty()) {
            return true;
        }
        for (Attribute attribute : attributes) {
            if (attribute.identifying() && !isRepeated(attribute.element(), idClass.get())) {
                String name = idClass.get().getSimpleName().toString();
                String fact =
                        "the @IdClass " + name + " has mapping annotations, so that Hibernate goes by these alone,"
                                + " and they say otherwise";
                context.error(
                        attribute.element(),
                        Problem.BAD_MEMBER,
                        fact,
                        "Remove the annotations from " + name + ", or write the same on both");
                return false;
            }
        }
        return true;
    }

    private static boolean isDecisive(Element member) {
        return AnnotationValues.all(member).stream().anyMatch(a -> DECISIVE.contains(a.typeName()));
    }

    private static boolean isRepeated(Element member, TypeElement idClass) {
        boolean isReference =
                AnnotationValues.has(member, Jpa.ONE_TO_ONE) || AnnotationValues.has(member, Jpa.MANY_TO_ONE);
        return !isReference
                && idClass.getEnclosedElements().stream()
                        .filter(other -> other.getKind() == member.getKind())
                        .filter(other -> other.getSimpleName().equals(member.getSimpleName()))
                        .anyMatch(other -> annotations(other).equals(annotations(member)));
    }

    private static Set<String> annotations(Element member) {
        return member.getAnnotationMirrors().stream()
                .map(String::valueOf)
                .filter(text -> text.startsWith("@jakarta.persistence.") || text.startsWith("@org.hibernate."))
                .filter(text -> !text.equals("@" + Jpa.ID))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

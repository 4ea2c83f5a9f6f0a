package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the persistent attributes of an entity: fields or getters as its access type says, those of mapped superclasses
 * included. The order is the schema's: identifiers first, then the topmost superclass's attributes before those of the
 * classes below it, each in source order.
 */
final class AttributeReader {

    private static final String PROPERTY = "PROPERTY";
    private static final String FIELD = "FIELD";

    private final ReadContext context;

    AttributeReader(ReadContext context) {
        this.context = context;
    }

    List<Attribute> read(TypeElement entity) {
        List<Attribute> known = context.attributes().get(entity);
        if (known == null) {
            known = find(entity);
            context.attributes().put(entity, known);
        }
        return known;
    }

    private List<Attribute> find(TypeElement entity) {
        List<TypeElement> classes = classes(entity);
        Attribute.Place place =
                new Attribute.Place(List.of(), false, accessOf(hierarchy(entity)), Overrides.onClasses(classes), false);
        Set<String> inherited = inherited(entity);
        List<Attribute> all = read((DeclaredType) entity.asType(), classes, place).stream()
                .filter(attribute -> !inherited.contains(attribute.name()))
                .toList();
        return Stream.concat(
                        all.stream().filter(Attribute::identifying),
                        all.stream().filter(a -> !a.identifying()))
                .toList();
    }

    /** Returns the names of the attributes of the entities above; Hibernate takes no notice of one that is repeated. */
    private Set<String> inherited(TypeElement entity) {
        return Inheritance.superEntity(entity).stream()
                .flatMap(above -> Stream.concat(read(above).stream().map(Attribute::name), inherited(above).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the attributes of an embedded attribute's class; a record has fields whatever its holder has. */
    List<Attribute> readEmbedded(Attribute embedded, TypeElement embeddable) {
        List<TypeElement> classes = embeddableClasses(embeddable);
        Attribute.Place place = placeInside(embedded, classes);
        if (embeddable.getKind() != ElementKind.RECORD) {
            return read((DeclaredType) embedded.type(), classes, place);
        }
        List<Attribute> components = read((DeclaredType) embedded.type(), classes, place.withAccess(FIELD));
        if (place.access().equals(PROPERTY) && explicitAccess(embeddable).isEmpty()) {
            components.forEach(this::rejectAnnotated);
        }
        return components;
    }

    /** Returns the attributes that one class adds to an embedded attribute whose embeddable it extends or is extended by. */
    List<Attribute> readOfClass(Attribute embedded, TypeElement embeddable, TypeElement declaring) {
        List<TypeElement> classes = embeddableClasses(embeddable);
        DeclaredType type = (DeclaredType) (classes.contains(declaring) ? embedded.type() : declaring.asType());
        return read(type, List.of(declaring), placeInside(embedded, classes));
    }

    private static Attribute.Place placeInside(Attribute embedded, List<TypeElement> classes) {
        Attribute.Place outer = embedded.inside(Overrides.onClasses(classes));
        return explicitAccess(embedded.element()).map(outer::withAccess).orElse(outer);
    }

    /** Behind a getter Hibernate looks for annotations on components, where those of JPA cannot be. */
    private void rejectAnnotated(Attribute component) {
        component.annotations().all().stream()
                .filter(a -> a.typeName().startsWith("jakarta.persistence.")
                        || a.typeName().startsWith("org.hibernate.annotations."))
                .filter(a -> !a.typeName().equals(Jpa.COLUMN) || !component.isOverridden())
                .findFirst()
                .ifPresent(a -> context.error(
                        component.element(),
                        Problem.BAD_MEMBER,
                        "Hibernate does not see @" + a.simpleName()
                                + " in a record that is embedded by a class with annotations on getters",
                        "Write @Access(AccessType.FIELD) on the record, or take it away"));
    }

    private List<Attribute> read(DeclaredType type, List<TypeElement> classes, Attribute.Place place) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (TypeElement declaring : classes) {
            Attribute.Place own =
                    explicitAccess(declaring).map(place::withAccess).orElse(place);
            Map<String, Element> chosen = new LinkedHashMap<>();
            for (Element member : members(declaring)) {
                attributeName(member, own.access())
                        .ifPresent(name -> chosen.merge(name, member, AttributeReader::preferred));
            }
            chosen.forEach((name, member) -> {
                Annotations annotations = context.annotations().of(member);
                TypeMirror target = TargetEmbeddables.type(context, annotations, typeOf(type, member));
                Attribute attribute = new Attribute(name, target, member, own, annotations);
                boolean identifies = attribute.has(Jpa.ID) || attribute.has(Jpa.EMBEDDED_ID);
                // Hibernate takes no notice of what a class repeats of its mapped superclass
                attributes.putIfAbsent(name, identifies ? attribute.asIdentifying() : attribute);
            });
        }
        return List.copyOf(attributes.values());
    }

    /** The compiler of Eclipse gives the fields of a record by name; its components are in their order everywhere. */
    private static List<? extends Element> members(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD) {
            return type.getEnclosedElements();
        }
        List<String> order = type.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .toList();
        return type.getEnclosedElements().stream()
                .sorted(Comparator.comparingInt(member -> member.getKind() == ElementKind.FIELD
                        ? order.indexOf(member.getSimpleName().toString())
                        : Integer.MAX_VALUE))
                .toList();
    }

    /**
     * Returns a class and its mapped superclasses below the next entity, the topmost first; other superclasses have no
     * attributes.
     */
    static List<TypeElement> classes(TypeElement entity) {
        List<TypeElement> result = new ArrayList<>();
        result.add(entity);
        Optional<TypeElement> superclass = superclass(entity);
        while (superclass.isPresent() && !EntityReader.isEntity(superclass.get())) {
            TypeElement type = superclass.get();
            if (AnnotationValues.has(type, Jpa.MAPPED_SUPERCLASS)) {
                result.add(0, type);
            }
            superclass = superclass(type);
        }
        return result;
    }

    /** Returns an embeddable and the mapped superclasses right above it, the topmost first; any other class ends them. */
    static List<TypeElement> embeddableClasses(TypeElement embeddable) {
        List<TypeElement> result = new ArrayList<>(List.of(embeddable));
        Optional<TypeElement> above = superclass(embeddable);
        while (above.filter(type -> AnnotationValues.has(type, Jpa.MAPPED_SUPERCLASS))
                .isPresent()) {
            result.add(0, above.get());
            above = superclass(above.get());
        }
        return result;
    }

    /** Returns the entities above an entity and itself, each after its mapped superclasses. */
    private static List<TypeElement> hierarchy(TypeElement entity) {
        return Inheritance.lineage(entity).stream()
                .flatMap(type -> classes(type).stream())
                .toList();
    }

    static Optional<TypeElement> superclass(TypeElement type) {
        return type.getSuperclass() instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    private String accessOf(List<TypeElement> classes) {
        for (TypeElement type : classes) {
            for (Element member : type.getEnclosedElements()) {
                Annotations annotations = context.annotations().of(member);
                boolean identifies = annotations.has(Jpa.ID) || annotations.has(Jpa.EMBEDDED_ID);
                if (identifies && !annotations.has(Jpa.ACCESS)) {
                    return member.getKind() == ElementKind.METHOD ? PROPERTY : FIELD;
                }
            }
        }
        return FIELD;
    }

    private static Optional<String> explicitAccess(Element element) {
        return AnnotationValues.find(element, Jpa.ACCESS).flatMap(a -> a.constant("value"));
    }

    private Optional<String> attributeName(Element member, String access) {
        boolean isOther = access.equals(FIELD) && member instanceof ExecutableElement;
        if (isOther && member.getAnnotationMirrors().isEmpty()) {
            return Optional.empty(); // most methods, and none of them says anything
        }
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.TRANSIENT)) {
            return Optional.empty();
        }
        Annotations annotations = context.annotations().of(member);
        if (annotations.has(Jpa.TRANSIENT) || annotations.has("java.beans.Transient")) {
            return Optional.empty();
        }
        boolean isChosen = annotations.has(Jpa.ACCESS)
                && annotations
                        .find(Jpa.ACCESS)
                        .flatMap(a -> a.constant("value"))
                        .isPresent();
        if (member.getKind() == ElementKind.FIELD && (isChosen || access.equals(FIELD))) {
            return Optional.of(member.getSimpleName().toString());
        }
        return member instanceof ExecutableElement method && (isChosen || access.equals(PROPERTY))
                ? propertyName(method)
                : Optional.empty();
    }

    /**
     * Of a field and a getter, Hibernate maps the one with {@code @Access}, whatever that says, and the getter where both
     * have it.
     */
    private static Element preferred(Element one, Element other) {
        boolean oneIsChosen = explicitAccess(one).isPresent();
        boolean otherIsChosen = explicitAccess(other).isPresent();
        boolean otherWins = oneIsChosen == otherIsChosen ? other instanceof ExecutableElement : otherIsChosen;
        return otherWins ? other : one;
    }

    /** Returns the name of the property that a field or getter is. */
    static Optional<String> propertyOf(Element member) {
        if (member.getModifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        return member instanceof ExecutableElement method
                ? propertyName(method)
                : Optional.of(member.getSimpleName().toString()).filter(name -> member.getKind() == ElementKind.FIELD);
    }

    private static Optional<String> propertyName(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        TypeKind type = method.getReturnType().getKind();
        if (method.getKind() != ElementKind.METHOD || !method.getParameters().isEmpty() || type == TypeKind.VOID) {
            return Optional.empty();
        }
        if (name.length() > 3 && name.startsWith("get")) {
            return Optional.of(decapitalized(name.substring(3)));
        }
        return name.length() > 2 && name.startsWith("is") && isTruth(method.getReturnType())
                ? Optional.of(decapitalized(name.substring(2)))
                : Optional.empty();
    }

    /** Hibernate takes both, the primitive and the class. */
    private static boolean isTruth(TypeMirror type) {
        return type.getKind() == TypeKind.BOOLEAN
                || type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && element.getQualifiedName().contentEquals("java.lang.Boolean");
    }

    /** As {@code java.beans.Introspector} does: {@code URLName} stays as it is. */
    private static String decapitalized(String name) {
        if (name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private TypeMirror typeOf(DeclaredType owner, Element member) {
        TypeMirror type = context.types().asMemberOf(owner, member);
        return type instanceof ExecutableType method ? method.getReturnType() : type;
    }
}

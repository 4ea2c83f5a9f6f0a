package dev.migratable.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * What kind of collection an attribute is, and what it holds.
 *
 * @param kind the kind
 * @param element the type of its elements, or of a map's values
 * @param key the type of a map's keys
 */
record CollectionType(Kind kind, TypeMirror element, Optional<TypeMirror> key) {

    private static final Set<String> SETS =
            Set.of("java.util.Set", "java.util.SortedSet", "java.util.NavigableSet", "java.util.SequencedSet");
    private static final Set<String> MAPS = Set.of("java.util.Map", "java.util.SortedMap", "java.util.NavigableMap");

    /** The kinds that differ in their tables. */
    enum Kind {
        LIST,
        BAG,
        SET,
        MAP,
        ARRAY
    }

    /** Finds out; empty where it is no collection that Hibernate knows, or where it does not say what it holds. */
    static Optional<CollectionType> of(Attribute attribute) {
        Optional<TypeMirror> explicit = explicitElement(attribute);
        if (attribute.type() instanceof ArrayType array) {
            TypeMirror element =
                    explicit.orElseGet(() -> TargetEmbeddables.element(attribute, array.getComponentType()));
            return Optional.of(new CollectionType(Kind.ARRAY, element, Optional.empty()));
        }
        if (!(attribute.type() instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        Optional<Kind> kind = kind(name(declared));
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (kind.get() == Kind.MAP) {
            Optional<TypeMirror> key = attribute
                    .annotation(Jpa.MAP_KEY_CLASS)
                    .flatMap(a -> a.classValue("value"))
                    .or(() -> argument(arguments, 0));
            return explicit.or(() -> element(attribute, arguments, 1))
                    .filter(element -> key.isPresent())
                    .map(element -> new CollectionType(Kind.MAP, element, key));
        }
        return explicit.or(() -> element(attribute, arguments, 0))
                .map(element -> new CollectionType(kind.get(), element, Optional.empty()));
    }

    private static Optional<TypeMirror> element(Attribute attribute, List<? extends TypeMirror> arguments, int index) {
        return argument(arguments, index)
                .map(declared -> TargetEmbeddables.element(attribute, declared))
                .or(() -> TargetEmbeddables.onAttribute(attribute));
    }

    private static Optional<TypeMirror> argument(List<? extends TypeMirror> arguments, int index) {
        return arguments.size() > index ? Optional.of(arguments.get(index)) : Optional.empty();
    }

    private static Optional<Kind> kind(String name) {
        if (SETS.contains(name)) {
            return Optional.of(Kind.SET);
        }
        if (MAPS.contains(name)) {
            return Optional.of(Kind.MAP);
        }
        return switch (name) {
            case "java.util.List" -> Optional.of(Kind.LIST);
            case "java.util.Collection" -> Optional.of(Kind.BAG);
            default -> Optional.empty();
        };
    }

    /** {@code targetClass} or {@code targetEntity}. */
    private static Optional<TypeMirror> explicitElement(Attribute attribute) {
        return attribute
                .annotation(Jpa.ELEMENT_COLLECTION)
                .or(() -> attribute.annotation(Jpa.MANY_TO_MANY))
                .or(() -> attribute.annotation(Jpa.ONE_TO_MANY))
                .flatMap(a -> a.classValue("targetClass").or(() -> a.classValue("targetEntity")));
    }

    static boolean isEntity(TypeMirror type) {
        return type instanceof DeclaredType declared && AnnotationValues.has(declared.asElement(), Jpa.ENTITY);
    }

    private static String name(DeclaredType type) {
        return type.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }
}

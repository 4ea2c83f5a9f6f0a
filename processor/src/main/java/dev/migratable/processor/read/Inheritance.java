package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Knows what the classes above an entity say about its tables: the root of the hierarchy, and its strategy. */
final class Inheritance {

    /** How the entities of a hierarchy share tables. */
    enum Strategy {
        SINGLE_TABLE,
        JOINED,
        TABLE_PER_CLASS
    }

    private Inheritance() {}

    /** Finds the entity that an entity extends, through whatever classes are between. */
    static Optional<TypeElement> superEntity(TypeElement entity) {
        Optional<TypeElement> superclass = AttributeReader.superclass(entity);
        while (superclass.isPresent() && !EntityReader.isEntity(superclass.get())) {
            superclass = AttributeReader.superclass(superclass.get());
        }
        return superclass;
    }

    /** Returns the topmost entity above an entity, or the entity itself. */
    static TypeElement root(TypeElement entity) {
        return lineage(entity).get(0);
    }

    /** Returns the entities from the root down to an entity. */
    static List<TypeElement> lineage(TypeElement entity) {
        List<TypeElement> result = new ArrayList<>();
        Optional<TypeElement> next = Optional.of(entity);
        while (next.isPresent()) {
            result.add(0, next.get());
            next = superEntity(next.get());
        }
        return result;
    }

    /** Returns the strategy of an entity's hierarchy; what classes below the root say of it has no effect. */
    static Strategy strategy(TypeElement entity) {
        return AnnotationValues.find(root(entity), Jpa.INHERITANCE)
                .flatMap(i -> i.constant("strategy"))
                .map(Strategy::valueOf)
                .orElse(Strategy.SINGLE_TABLE);
    }

    static boolean isRoot(TypeElement entity) {
        return superEntity(entity).isEmpty();
    }

    /** Returns whether an entity shares the table of its root. */
    static boolean isSingleTableSubclass(TypeElement entity) {
        return !isRoot(entity) && strategy(entity) == Strategy.SINGLE_TABLE;
    }

    /** Returns the entity whose table an entity's own columns are in. */
    static TypeElement tableOwner(TypeElement entity) {
        return isSingleTableSubclass(entity) ? root(entity) : entity;
    }
}

package dev.migratable.processor.read;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A persistent attribute of an entity.
 *
 * @param name the attribute's name as JPA knows it: the field's, or the property's
 * @param type its type as the entity sees it, type variables of superclasses resolved
 * @param element the field or getter that carries the annotations
 */
record Attribute(String name, TypeMirror type, Element element) {

    boolean has(String annotation) {
        return AnnotationValues.has(element, annotation);
    }

    Optional<AnnotationValues> annotation(String typeName) {
        return AnnotationValues.find(element, typeName);
    }
}

package dev.migratable.processor.read;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Remembers the annotations of elements for one round of the compiler. A reader asks for dozens of annotations of each
 * attribute, and the compiler decodes the names of those that are there each time it is asked.
 */
final class AnnotationIndex {

    private final Map<Element, Annotations> byElement = new HashMap<>();
    private final Map<TypeElement, String> names = new HashMap<>();

    Annotations of(Element element) {
        Annotations known = byElement.get(element);
        if (known == null) {
            known = new Annotations(element, this);
            byElement.put(element, known);
        }
        return known;
    }

    /** Returns the qualified name of an annotation's type. */
    String name(TypeElement type) {
        String known = names.get(type);
        if (known == null) {
            known = type.getQualifiedName().toString();
            names.put(type, known);
        }
        return known;
    }

    /** Forgets everything: the compiler may make its elements anew from round to round. */
    void clear() {
        byElement.clear();
        names.clear();
    }
}

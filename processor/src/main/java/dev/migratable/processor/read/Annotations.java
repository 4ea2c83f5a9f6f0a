package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The annotations written on one element, read from the compiler once. */
final class Annotations {

    private final Element element;
    private final AnnotationIndex index;
    private final List<AnnotationValues> all;

    private Annotations(Element element, AnnotationIndex index, List<AnnotationValues> all) {
        this.element = element;
        this.index = index;
        this.all = all;
    }

    Annotations(Element element, AnnotationIndex index) {
        this.element = element;
        this.index = index;
        List<? extends AnnotationMirror> mirrors = element.getAnnotationMirrors();
        this.all = mirrors.isEmpty() ? List.of() : new ArrayList<>(mirrors.size());
        for (AnnotationMirror mirror : mirrors) {
            TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
            all.add(new AnnotationValues(mirror, index.name(type)));
        }
    }

    /** Returns the same element's as if it had none. */
    Annotations none() {
        return new Annotations(element, index, List.of());
    }

    /** Returns all of them in their order. */
    List<AnnotationValues> all() {
        return all;
    }

    /** Finds the one with a qualified name. */
    Optional<AnnotationValues> find(String typeName) {
        int place = place(typeName);
        return place < 0 ? Optional.empty() : Optional.of(all.get(place));
    }

    boolean has(String typeName) {
        return place(typeName) >= 0;
    }

    /** The names begin alike, and strings remember their hashes. */
    private int place(String typeName) {
        int hash = typeName.hashCode();
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).typeName();
            if (name.hashCode() == hash && name.equals(typeName)) {
                return i;
            }
        }
        return -1;
    }

    /** Finds the one with a qualified name on the annotations that are here. */
    Optional<AnnotationValues> findMeta(String typeName) {
        for (AnnotationValues annotation : all) {
            Optional<AnnotationValues> meta = index.of(annotation.type()).find(typeName);
            if (meta.isPresent()) {
                return meta;
            }
        }
        return Optional.empty();
    }

    /** Finds a repeatable annotation in all its places: once, several times, or in its container. */
    List<AnnotationValues> repeated(String typeName, String containerName) {
        List<AnnotationValues> result = List.of();
        for (AnnotationValues annotation : all) {
            List<AnnotationValues> here = annotation.typeName().equals(typeName)
                    ? List.of(annotation)
                    : annotation.typeName().equals(containerName) ? annotation.annotations("value") : List.of();
            if (!here.isEmpty()) {
                result = result.isEmpty() ? new ArrayList<>() : result;
                result.addAll(here);
            }
        }
        return result;
    }

    /** Those of one element are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Annotations annotations
                && annotations.element.equals(element)
                && annotations.all.size() == all.size();
    }

    @Override
    public int hashCode() {
        return element.hashCode();
    }

    /** Returns the element, for people. */
    @Override
    public String toString() {
        return element.toString();
    }
}

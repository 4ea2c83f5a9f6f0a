package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * One annotation as it is written on an element, its members read by name, so that any version of the annotation's class
 * will do and none is needed by the processor. A member that is not written is absent; defaults are the caller's.
 */
final class AnnotationValues {

    private final AnnotationMirror mirror;
    private final String typeName;

    /** What is written, each name before its value; read when something is asked for. */
    private @Nullable List<Object> members;

    AnnotationValues(AnnotationMirror mirror) {
        this(mirror, typeName(mirror));
    }

    AnnotationValues(AnnotationMirror mirror, String typeName) {
        this.mirror = mirror;
        this.typeName = typeName;
    }

    /** Finds the annotation with a qualified name on an element. */
    static Optional<AnnotationValues> find(Element element, String typeName) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            // javac decodes a name each time, and most annotations differ in the short one
            if (typeName.endsWith(mirror.getAnnotationType()
                            .asElement()
                            .getSimpleName()
                            .toString())
                    && typeName(mirror).equals(typeName)) {
                return Optional.of(new AnnotationValues(mirror));
            }
        }
        return Optional.empty();
    }

    /** Returns whether an element has the annotation. */
    static boolean has(Element element, String typeName) {
        return find(element, typeName).isPresent();
    }

    /** Returns the annotations written on an element, in their order. */
    static List<AnnotationValues> all(Element element) {
        List<AnnotationValues> result = new ArrayList<>();
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            result.add(new AnnotationValues(mirror));
        }
        return result;
    }

    /** Finds a repeatable annotation in all its places: once, several times, or in its container. */
    static List<AnnotationValues> repeated(Element element, String typeName, String containerName) {
        List<AnnotationValues> result = new ArrayList<>();
        for (AnnotationValues annotation : all(element)) {
            if (annotation.typeName().equals(typeName)) {
                result.add(annotation);
            } else if (annotation.typeName().equals(containerName)) {
                result.addAll(annotation.annotations("value"));
            }
        }
        return result;
    }

    /** Returns the qualified name of the annotation's type. */
    String typeName() {
        return typeName;
    }

    private static String typeName(AnnotationMirror mirror) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        return type.getQualifiedName().toString();
    }

    /** Returns the annotation as a compiler writes it, by which two of them can be compared. */
    String text() {
        return mirror.toString();
    }

    /** Returns the annotation's type. */
    TypeElement type() {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    /** Returns the annotation's name for people, without its package. */
    String simpleName() {
        String name = type().getSimpleName().toString();
        return type().getEnclosingElement() instanceof TypeElement outer ? outer.getSimpleName() + "." + name : name;
    }

    private Optional<Object> member(String name) {
        return Optional.ofNullable(written(name));
    }

    private @Nullable Object written(String name) {
        List<Object> written = members();
        for (int i = 0; i < written.size(); i += 2) {
            if (written.get(i).equals(name)) {
                return written.get(i + 1);
            }
        }
        return null;
    }

    private List<Object> members() {
        List<Object> known = members;
        if (known == null) {
            known = new ArrayList<>();
            for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                    mirror.getElementValues().entrySet()) {
                known.add(entry.getKey().getSimpleName().toString());
                known.add(entry.getValue().getValue());
            }
            members = known;
        }
        return known;
    }

    private <T> Optional<T> member(String name, Class<T> type) {
        Object value = written(name);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** Returns a text member that is written and not blank. */
    Optional<String> text(String name) {
        return written(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    int integer(String name, int otherwise) {
        return written(name) instanceof Integer value ? value : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return written(name) instanceof Boolean value ? value : otherwise;
    }

    /** Returns the name of an enum member's constant. */
    Optional<String> constant(String name) {
        return member(name, VariableElement.class).map(c -> c.getSimpleName().toString());
    }

    /** Returns a class member. */
    Optional<TypeMirror> classValue(String name) {
        return member(name, TypeMirror.class);
    }

    /** Returns the names of the classes in an array member, in their order. */
    List<String> classNames(String name) {
        return items(name, TypeMirror.class).stream().map(TypeMirror::toString).toList();
    }

    /** Returns a member's value, its default where it is not written. */
    Optional<Object> valueOrDefault(String name) {
        return member(name)
                .or(() -> ElementFilter.methodsIn(type().getEnclosedElements()).stream()
                        .filter(method -> method.getSimpleName().contentEquals(name))
                        .flatMap(method -> Optional.ofNullable(method.getDefaultValue()).stream())
                        .map(AnnotationValue::getValue)
                        .findFirst());
    }

    /** Returns the annotation in a member. */
    Optional<AnnotationValues> annotation(String name) {
        return member(name, AnnotationMirror.class).map(AnnotationValues::new);
    }

    /** Returns the annotations in an array member, in their order. */
    List<AnnotationValues> annotations(String name) {
        List<AnnotationMirror> mirrors = items(name, AnnotationMirror.class);
        List<AnnotationValues> result = mirrors.isEmpty() ? List.of() : new ArrayList<>(mirrors.size());
        for (AnnotationMirror item : mirrors) {
            result.add(new AnnotationValues(item));
        }
        return result;
    }

    /** Returns the texts in an array member, in their order. */
    List<String> texts(String name) {
        return items(name, String.class);
    }

    /** Returns the names of the constants in an array member of an enum type, in their order. */
    List<String> constants(String name) {
        return items(name, VariableElement.class).stream()
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    private <T> List<T> items(String name, Class<T> type) {
        if (!(written(name) instanceof List<?> list)) {
            return List.of();
        }
        List<T> result = new ArrayList<>(list.size());
        for (Object item : list) {
            Object value = ((AnnotationValue) item).getValue();
            if (type.isInstance(value)) {
                result.add(type.cast(value));
            }
        }
        return result;
    }
}

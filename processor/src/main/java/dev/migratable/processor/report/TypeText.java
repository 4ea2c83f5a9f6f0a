package dev.migratable.processor.report;

import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes types for people, and as keys. */
public final class TypeText {

    private TypeText() {}

    /**
     * Writes a type as sources do: {@code java.util.List<java.lang.String>}. Its annotations are left out, which a
     * type's own {@code toString} has or has not according to the compiler's version.
     */
    public static String of(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return type.getKind().name().toLowerCase(Locale.ROOT);
        }
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String arguments =
                    declared.getTypeArguments().stream().map(TypeText::of).collect(Collectors.joining(", ", "<", ">"));
            return element.getQualifiedName() + (declared.getTypeArguments().isEmpty() ? "" : arguments);
        }
        return type.toString();
    }
}

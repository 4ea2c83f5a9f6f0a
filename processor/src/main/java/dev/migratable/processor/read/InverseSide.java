package dev.migratable.processor.read;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the attribute on the other side of a {@code @ManyToMany}, whose name the join column to this side begins with. */
final class InverseSide {

    private InverseSide() {}

    /** Returns its name; empty where the association has one direction. */
    static Optional<String> of(ReadContext context, TypeElement owner, Attribute attribute, TypeMirror element) {
        if (!(element instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement target)) {
            return Optional.empty();
        }
        return new AttributeReader(context)
                .read(target).stream()
                        .filter(other -> other.annotations()
                                .find(Jpa.MANY_TO_MANY)
                                .flatMap(a -> a.text("mappedBy"))
                                .filter(attribute.path()::equals)
                                .isPresent())
                        .filter(other -> other.type() instanceof DeclaredType back
                                && back.getTypeArguments().stream()
                                        .anyMatch(argument -> argument instanceof DeclaredType d
                                                && d.asElement().equals(owner)))
                        .map(Attribute::name)
                        .findFirst();
    }
}

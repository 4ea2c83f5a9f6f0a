package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.BasicType;
import dev.migratable.processor.type.BasicTypes;
import dev.migratable.processor.type.Facets;
import dev.migratable.processor.type.SqlTypeCode;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads enum attributes: the column's type, and the check that only the enum's constants are stored. */
final class EnumeratedReader {

    private final ReadContext context;

    EnumeratedReader(ReadContext context) {
        this.context = context;
    }

    /** Returns how an enum is stored: by the values of its own that it has, or as its basic type says. */
    static BasicType stored(TypeMirror type, BasicType basic, Facets facets) {
        Optional<Element> value = ownValue(type);
        if (value.isEmpty() || facets.code().isPresent()) {
            return basic;
        }
        boolean text = BasicTypes.isString(value.get().asType());
        return BasicType.of(text ? SqlTypeCode.VARCHAR : SqlTypeCode.SMALLINT);
    }

    /**
     * Returns the column's type; empty where the enum stores values of its own, and no check says which, which is then
     * reported. Hibernate writes the check that is given, and none beside an equal one.
     */
    Optional<ColumnTypeReader.ColumnType> read(Attribute attribute, BasicType basic, SqlType type) {
        Optional<Element> value = ownValue(attribute.type());
        if (value.isEmpty()) {
            return Optional.of(new ColumnTypeReader.ColumnType(type, check(attribute, basic.code())));
        }
        if (!isStored(value.get().asType()) || !ColumnParts.hasChecks(attribute)) {
            rejectOwnValues(attribute);
            return Optional.empty();
        }
        return Optional.of(new ColumnTypeReader.ColumnType(type, Optional.empty()));
    }

    /** Reports that what is stored for the constants is not known. */
    void rejectOwnValues(Attribute attribute) {
        String wayOut = MappingVocabulary.wayOut("EnumeratedValue");
        context.error(attribute.element(), Problem.UNREAD_ANNOTATION, "EnumeratedValue", wayOut);
    }

    /** Hibernate takes these alone. */
    private static boolean isStored(TypeMirror type) {
        return switch (type.getKind()) {
            case BYTE, SHORT, INT -> true;
            default -> BasicTypes.isString(type);
        };
    }

    /** Finds the field with the values that are stored for an enum's constants. */
    static Optional<Element> ownValue(TypeMirror type) {
        return ((DeclaredType) type)
                .asElement().getEnclosedElements().stream()
                        .filter(member -> AnnotationValues.has(member, Jpa.ENUMERATED_VALUE))
                        .map(Element.class::cast)
                        .findFirst();
    }

    private static Optional<String> check(Attribute attribute, SqlTypeCode code) {
        List<String> constants = constants(attribute);
        if (code.isInteger()) {
            return Optional.of(" between 0 and " + (constants.size() - 1));
        }
        return code.isText()
                ? Optional.of(
                        constants.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", ", " in (", ")")))
                : Optional.empty();
    }

    private static List<String> constants(Attribute attribute) {
        return declaration(attribute).getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString())
                .toList();
    }

    private static Element declaration(Attribute attribute) {
        return ((DeclaredType) attribute.type()).asElement();
    }
}

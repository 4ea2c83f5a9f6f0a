package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.BasicType;
import dev.migratable.processor.type.Facets;
import dev.migratable.processor.type.SqlTypeCode;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;

/** Reads enum attributes: the column's type, and the check that only the enum's constants are stored. */
final class EnumeratedReader {

    private final ReadContext context;

    EnumeratedReader(ReadContext context) {
        this.context = context;
    }

    /** Returns the column's type; empty where the enum stores values of its own, which is then reported. */
    Optional<ColumnTypeReader.ColumnType> read(
            Attribute attribute, BasicType basic, Facets facets, SqlType type, boolean defined) {
        boolean ownValues = declaration(attribute).getEnclosedElements().stream()
                .anyMatch(member -> AnnotationValues.has(member, Jpa.ENUMERATED_VALUE));
        if (ownValues && !defined) {
            String wayOut = MappingVocabulary.wayOut("EnumeratedValue");
            context.error(attribute.element(), Problem.UNREAD_ANNOTATION, "EnumeratedValue", wayOut);
            return Optional.empty();
        }
        Optional<String> check = ownValues ? Optional.empty() : check(attribute, basic.code());
        return Optional.of(new ColumnTypeReader.ColumnType(type, check));
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

package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.BasicTypes;
import dev.migratable.processor.type.Facets;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;

/** Reads enum attributes: the column's type, and the check that only the enum's constants are stored. */
final class EnumeratedReader {

    private static final int DEFAULT_LENGTH = 255;

    private final ReadContext context;

    EnumeratedReader(ReadContext context) {
        this.context = context;
    }

    /** Returns the column's type; empty where the enum stores values of its own, which is then reported. */
    Optional<SqlType> type(Attribute attribute, Facets facets) {
        boolean ownValues = declaration(attribute).getEnclosedElements().stream()
                .anyMatch(member -> AnnotationValues.has(member, Jpa.ENUMERATED_VALUE));
        if (ownValues) {
            String wayOut = MappingVocabulary.wayOut("EnumeratedValue");
            context.error(attribute.element(), Problem.UNREAD_ANNOTATION, "EnumeratedValue", wayOut);
            return Optional.empty();
        }
        int length = facets.length().orElse(DEFAULT_LENGTH);
        return Optional.of(SqlType.parse(byName(attribute) ? "varchar(" + length + ")" : "smallint"));
    }

    /** Returns the check on the column of an enum attribute. */
    Optional<MappedColumn.Check> check(Attribute attribute, String column) {
        if (!BasicTypes.isEnum(attribute.type()) || MappingVocabulary.hasTypeOnly(attribute)) {
            return Optional.empty();
        }
        String quoted = ColumnNames.sql(column);
        List<String> constants = constants(attribute);
        String condition = byName(attribute)
                ? " in (" + constants.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", ")) + ")"
                : " between 0 and " + (constants.size() - 1);
        return Optional.of(new MappedColumn.Check(Optional.empty(), quoted + condition));
    }

    private static boolean byName(Attribute attribute) {
        return attribute
                .annotation(Jpa.ENUMERATED)
                .flatMap(e -> e.constant("value"))
                .filter("STRING"::equals)
                .isPresent();
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

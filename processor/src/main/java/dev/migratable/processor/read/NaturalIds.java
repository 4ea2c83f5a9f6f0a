package dev.migratable.processor.read;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Knows which columns an entity's {@code @NaturalId}s make unique together. */
final class NaturalIds {

    private NaturalIds() {}

    /**
     * Returns their names in the order of the constraint: those of a superclass first, then by the attributes' names; empty
     * where there is none.
     */
    static List<String> columns(List<MappedColumn> columns) {
        return columns.stream()
                .filter(NaturalIds::isNatural)
                .sorted(Comparator.comparingInt(NaturalIds::depth)
                        .thenComparing(c -> c.attribute().path()))
                .map(MappedColumn::name)
                .toList();
    }

    /** Returns whether a column that is unique is so as an identifier of this kind alone. */
    static boolean isNatural(MappedParts parts, String column) {
        return parts.columns().stream()
                .filter(c -> c.name().equals(column))
                .anyMatch(c -> isNatural(c) && !c.attribute().has(Jpa.ONE_TO_ONE));
    }

    private static int depth(MappedColumn column) {
        Attribute outermost =
                column.attribute().place().holders().stream().findFirst().orElse(column.attribute());
        int depth = 0;
        Optional<TypeElement> type = Optional.ofNullable(outermost.element().getEnclosingElement())
                .filter(TypeElement.class::isInstance)
                .map(TypeElement.class::cast)
                .flatMap(AttributeReader::superclass);
        while (type.isPresent()) {
            depth++;
            type = AttributeReader.superclass(type.get());
        }
        return depth;
    }

    private static boolean isNatural(MappedColumn column) {
        if (column.attribute().has(Jpa.NATURAL_ID)) {
            return true;
        }
        for (Attribute holder : column.attribute().place().holders()) {
            if (holder.has(Jpa.NATURAL_ID)) {
                return true;
            }
        }
        return false;
    }
}

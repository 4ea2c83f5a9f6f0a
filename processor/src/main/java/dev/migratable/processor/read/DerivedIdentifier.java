package dev.migratable.processor.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows which {@code @MapsId} associations stand for which parts of an entity's identifier. */
final class DerivedIdentifier {

    /** No association stands for anything. */
    static final DerivedIdentifier NONE = new DerivedIdentifier(List.of());

    /** By the path of the identifying attribute. */
    private final Map<String, Attribute> sources = new LinkedHashMap<>();

    DerivedIdentifier(List<Attribute> attributes) {
        List<Attribute> ids = attributes.stream().filter(Attribute::identifying).toList();
        for (Attribute attribute : attributes) {
            attribute.annotation(Jpa.MAPS_ID).ifPresent(maps -> {
                String part = maps.text("value").orElse("");
                for (Attribute id : ids) {
                    boolean embedded = EntityColumns.isEmbedded(id);
                    if (part.isEmpty() || part.equals(id.name()) && !embedded) {
                        sources.put(id.name(), attribute);
                    } else if (embedded) {
                        sources.put(id.name() + "." + part, attribute);
                    }
                }
            });
        }
    }

    /** Returns whether the attribute's columns are those of a part of the identifier. */
    boolean derives(Attribute attribute) {
        return sources.containsValue(attribute);
    }

    /** Finds the association whose columns an identifying attribute has. */
    Optional<Attribute> sourceOf(Attribute attribute) {
        return attribute.identifying() ? Optional.ofNullable(sources.get(attribute.path())) : Optional.empty();
    }
}

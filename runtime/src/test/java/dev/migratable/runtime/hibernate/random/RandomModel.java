package dev.migratable.runtime.hibernate.random;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A few classes that were drawn together.
 *
 * @param seed what they were drawn from
 * @param options the processor's, by name without {@code -A}
 * @param classes in the order they are written
 */
public record RandomModel(long seed, Map<String, String> options, List<ClassSource> classes) {

    private static final String IMPORTS = """
            import dev.migratable.annotations.*;
            import jakarta.persistence.*;
            import java.io.Serializable;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            """;

    private static final String CONVERTERS = """

            interface RandomModel {
                class Shouting implements AttributeConverter<String, char[]> {
                    public char[] convertToDatabaseColumn(String value) { return value.toCharArray(); }
                    public String convertToEntityAttribute(char[] value) { return new String(value); }
                }

                class Cents implements AttributeConverter<BigDecimal, Long> {
                    public Long convertToDatabaseColumn(BigDecimal value) { return value.longValue(); }
                    public BigDecimal convertToEntityAttribute(Long value) { return BigDecimal.valueOf(value); }
                }
            }
            """;

    /** Copies everything. */
    public RandomModel {
        options = Map.copyOf(options);
        classes = List.copyOf(classes);
    }

    /** Draws a model. */
    public static RandomModel draw(long seed) {
        ModelDraft draft = new ModelDraft(new Draw(seed));
        Features.ALL.forEach(feature -> feature.addTo(draft));
        return new RandomModel(
                seed,
                draft.options(),
                draft.classes().stream().map(ClassDraft::source).toList());
    }

    RandomModel withClasses(List<ClassSource> others) {
        return new RandomModel(seed, options, others);
    }

    /** Returns whether all entities are ours, so that every table is. */
    boolean isOwned() {
        return classes.stream()
                .filter(c -> c.kind() == Kind.ENTITY)
                .allMatch(c -> c.annotations().contains("@Migratable"));
    }

    /** Returns the source file, the options as comments on top. */
    public String render() {
        String comments = new TreeMap<>(options)
                .entrySet().stream()
                        .map(o -> "// option: " + o.getKey() + "=" + o.getValue() + "\n")
                        .collect(Collectors.joining());
        String rendered = classes.stream().map(ClassSource::render).collect(Collectors.joining("\n"));
        String converters = rendered.contains("@Convert(") ? CONVERTERS : "";
        return comments + "package random;\n\n" + IMPORTS + "\n" + rendered + converters;
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}

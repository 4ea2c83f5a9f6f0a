package dev.migratable.processor.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a generator makes its values of, and how that is called and configured.
 *
 * @param source what it is
 * @param name the generator's name, which a sequence or table takes that has none of its own
 * @param settings by the names that Hibernate has for them
 */
record GeneratorRecipe(Source source, Optional<String> name, Map<String, String> settings) {

    /** What values can be made of. */
    enum Source {
        /** The application makes them by itself. */
        APPLICATION,
        /** A sequence. */
        SEQUENCE,
        /** A row of a table. */
        TABLE
    }

    private static final String INCREMENT = "increment_size";
    private static final int DEFAULT_ALLOCATION = 50;

    /** Copies the settings. */
    GeneratorRecipe {
        settings = Map.copyOf(settings);
    }

    static GeneratorRecipe ofApplication() {
        return new GeneratorRecipe(Source.APPLICATION, Optional.empty(), Map.of());
    }

    /** Returns one that only has a name. */
    static GeneratorRecipe of(Source source, Optional<String> name) {
        return new GeneratorRecipe(source, name, Map.of());
    }

    /** Reads {@code @SequenceGenerator}. */
    static GeneratorRecipe sequence(AnnotationValues generator) {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, generator, "sequenceName", "sequence_name");
        put(settings, generator, "schema", "schema");
        put(settings, generator, "options", "options");
        settings.put("initial_value", String.valueOf(generator.integer("initialValue", 1)));
        putIncrement(settings, generator);
        return new GeneratorRecipe(Source.SEQUENCE, generator.text("name"), settings);
    }

    /** Reads {@code @TableGenerator}; its start and step are in the rows, and Hibernate ignores its constraints. */
    static GeneratorRecipe table(AnnotationValues generator) {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, generator, "table", "table_name");
        put(settings, generator, "schema", "schema");
        put(settings, generator, "pkColumnName", "segment_column_name");
        put(settings, generator, "valueColumnName", "value_column_name");
        put(settings, generator, "options", "options");
        return new GeneratorRecipe(Source.TABLE, generator.text("name"), settings);
    }

    /** Reads {@code @NativeGenerator}, which is a sequence on PostgreSQL, and steps by one if it does not say otherwise. */
    static GeneratorRecipe ofNative(AnnotationValues generator) {
        Optional<AnnotationValues> form = generator.annotation("sequenceForm");
        Map<String, String> settings = new LinkedHashMap<>(Map.of(INCREMENT, "1"));
        form.ifPresent(f -> settings.putAll(sequence(f).settings()));
        return new GeneratorRecipe(Source.SEQUENCE, form.flatMap(f -> f.text("name")), settings);
    }

    /** Reads the parameters of {@code @GenericGenerator}. */
    static GeneratorRecipe generic(Source source, AnnotationValues generator) {
        Map<String, String> settings = new LinkedHashMap<>();
        List<AnnotationValues> parameters = generator.annotations("parameters");
        parameters.forEach(
                p -> settings.put(p.text("name").orElse(""), p.text("value").orElse("")));
        Optional.ofNullable(settings.remove("sequence")).ifPresent(name -> settings.putIfAbsent("sequence_name", name));
        return new GeneratorRecipe(source, generator.text("name"), settings);
    }

    private static void put(Map<String, String> settings, AnnotationValues generator, String member, String name) {
        generator.text(member).ifPresent(value -> settings.put(name, value));
    }

    /** The default of the annotation stands for that of the generator. */
    private static void putIncrement(Map<String, String> settings, AnnotationValues generator) {
        int allocation = generator.integer("allocationSize", DEFAULT_ALLOCATION);
        if (allocation != DEFAULT_ALLOCATION) {
            settings.put(INCREMENT, String.valueOf(allocation));
        }
    }

    Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key)).filter(value -> !value.isEmpty());
    }

    /** Returns a number; empty where it is none. */
    Optional<Integer> number(String key, int otherwise) {
        try {
            return Optional.of(Integer.parseInt(
                    setting(key).orElse(String.valueOf(otherwise)).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty(); // which the caller reports
        }
    }

    Optional<Integer> increment() {
        return number(INCREMENT, DEFAULT_ALLOCATION);
    }
}

package dev.migratable.processor.option;

import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Risk;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.schema.QualifiedName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the user told the processor with {@code -Amigratable.…}. javac takes only names made of identifiers and dots, so
 * that none has a hyphen.
 *
 * @param naming how attribute names become column names
 * @param defaultSchema the schema of tables that name none
 * @param baseline the baseline's file where it is not the one in the class output
 * @param notes whether safe changes are printed
 * @param failOn the risk from which a change is an error: {@code CAUTION}, {@code UNSAFE} or, as without it,
 *     {@code DESTRUCTIVE}
 * @param allEntities whether every entity belongs to the model, be it annotated {@code @Migratable} or not
 * @param beanValidation whether constraints of Bean Validation are part of the schema
 * @param converters the names of converters with {@code autoApply} that are compiled elsewhere
 * @param descriptors whether {@code <Entity>Table} is written beside each entity
 * @param quoteIdentifiers whether every name is quoted, and so keeps its case
 * @param serverVersion the major version of the servers that the model is for
 * @param levels by rule id, what a finding of that rule is printed as
 */
public record ProcessorOptions(
        NamingStyle naming,
        String defaultSchema,
        Optional<Path> baseline,
        boolean notes,
        Optional<Risk> failOn,
        boolean allEntities,
        BeanValidation beanValidation,
        List<String> converters,
        boolean descriptors,
        boolean quoteIdentifiers,
        int serverVersion,
        Map<String, Level> levels) {

    /** What is done with constraints of Bean Validation. */
    public enum BeanValidation {
        /** They become part of the schema, as in Hibernate where a provider is present. */
        DDL,
        /** They are left to the application, as with {@code jakarta.persistence.validation.mode=none}. */
        NONE
    }

    /** How names are made. */
    public enum NamingStyle {
        /** As JPA and Hibernate do: the attribute's name, which PostgreSQL folds to lower case. */
        JPA,
        /** As Spring Boot does: {@code emailAddress} becomes {@code email_address}. */
        SNAKE_CASE
    }

    /** What a finding is printed as. */
    public enum Level {
        /** Not at all. */
        OFF,
        /** A note. */
        NOTE,
        /** A warning. */
        WARNING,
        /** An error, which fails the compilation. */
        ERROR
    }

    private static final String NAMING = "migratable.naming";
    private static final String DEFAULT_SCHEMA = "migratable.defaultSchema";
    private static final String BASELINE = "migratable.baseline";
    private static final String NOTES = "migratable.notes";
    private static final String FAIL_ON = "migratable.failOn";
    private static final String ALL_ENTITIES = "migratable.allEntities";
    private static final String BEAN_VALIDATION = "migratable.beanValidation";
    private static final String SERVER_VERSION = "migratable.serverVersion";
    private static final String QUOTE_IDENTIFIERS = "migratable.quoteIdentifiers";
    private static final String DESCRIPTORS = "migratable.descriptors";
    /** The option that names converters. */
    public static final String CONVERTERS = "migratable.converters";

    private static final String LEVEL = "migratable.level.";
    private static final String RULE = "MIG[1-9]\\d\\d|MAP1[789]|MAP20";

    /** Copies the levels. */
    public ProcessorOptions {
        converters = List.copyOf(converters);
        levels = Map.copyOf(levels);
    }

    /** Returns the names of all options; those for single rules only where they are given, for there are many rules. */
    public static Set<String> names(Map<String, String> given) {
        Set<String> names = new TreeSet<>(Set.of(
                NAMING,
                DEFAULT_SCHEMA,
                BASELINE,
                NOTES,
                FAIL_ON,
                ALL_ENTITIES,
                BEAN_VALIDATION,
                CONVERTERS,
                DESCRIPTORS,
                SERVER_VERSION,
                QUOTE_IDENTIFIERS));
        given.keySet().stream().filter(name -> name.startsWith(LEVEL)).forEach(names::add);
        return names;
    }

    /** Reads the options; one that is not understood is an error, and its default is taken for the rest of the run. */
    public static ProcessorOptions read(Map<String, String> given, Diagnostics diagnostics) {
        Map<String, String> options = new TreeMap<>(given);
        return new ProcessorOptions(
                choice(options, NAMING, NamingStyle.class, diagnostics).orElse(NamingStyle.JPA),
                Optional.ofNullable(options.get(DEFAULT_SCHEMA))
                        .filter(name -> !name.isBlank())
                        .orElse(QualifiedName.DEFAULT_SCHEMA),
                path(options, diagnostics),
                flag(options, NOTES, diagnostics),
                failOn(options, diagnostics),
                flag(options, ALL_ENTITIES, diagnostics),
                choice(options, BEAN_VALIDATION, BeanValidation.class, diagnostics)
                        .orElse(BeanValidation.DDL),
                converters(options),
                !options.containsKey(DESCRIPTORS) || flag(options, DESCRIPTORS, diagnostics),
                flag(options, QUOTE_IDENTIFIERS, diagnostics),
                serverVersion(options, diagnostics),
                levels(options, diagnostics));
    }

    private static <E extends Enum<E>> Optional<E> choice(
            Map<String, String> options, String name, Class<E> type, Diagnostics diagnostics) {
        String value = options.get(name);
        if (value == null) {
            return Optional.empty();
        }
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value.strip()))
                .findFirst();
        if (found.isEmpty()) {
            String known = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            diagnostics.error(Problem.BAD_OPTION, name, value, "it is one of " + known);
        }
        return found;
    }

    private static List<String> converters(Map<String, String> options) {
        String value = Optional.ofNullable(options.get(CONVERTERS)).orElse("");
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Optional<Risk> failOn(Map<String, String> options, Diagnostics diagnostics) {
        Optional<Risk> risk = choice(options, FAIL_ON, Risk.class, diagnostics);
        if (risk.filter(Risk.SAFE::equals).isPresent()) {
            diagnostics.error(
                    Problem.BAD_OPTION, FAIL_ON, Risk.SAFE.name(), "it is one of caution, unsafe, destructive");
            return Optional.empty();
        }
        return risk;
    }

    private static int serverVersion(Map<String, String> options, Diagnostics diagnostics) {
        String value = options.get(SERVER_VERSION);
        if (value == null) {
            return ClassificationContext.NEWEST_SERVER;
        }
        if (!value.strip().matches("1\\d|2\\d")) {
            diagnostics.error(Problem.BAD_OPTION, SERVER_VERSION, value, "it is a major version, as 17");
            return ClassificationContext.NEWEST_SERVER;
        }
        return Integer.parseInt(value.strip());
    }

    private static Optional<Path> path(Map<String, String> options, Diagnostics diagnostics) {
        String value = options.get(BASELINE);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            diagnostics.error(Problem.BAD_OPTION, BASELINE, value, "it is a file's path: " + e.getReason());
            return Optional.empty();
        }
    }

    private static boolean flag(Map<String, String> options, String name, Diagnostics diagnostics) {
        if (!options.containsKey(name)) {
            return false;
        }
        // "-Amigratable.notes" without a value reaches us as null
        String value = Optional.ofNullable(options.get(name)).orElse("true").strip();
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            diagnostics.error(Problem.BAD_OPTION, name, value, "it is one of true, false");
        }
        return value.equalsIgnoreCase("true");
    }

    private static Map<String, Level> levels(Map<String, String> options, Diagnostics diagnostics) {
        Map<String, Level> levels = new TreeMap<>();
        for (String name : options.keySet()) {
            if (!name.startsWith(LEVEL)) {
                continue;
            }
            String rule = name.substring(LEVEL.length());
            if (!rule.matches(RULE)) {
                diagnostics.error(
                        Problem.BAD_OPTION,
                        name,
                        options.get(name),
                        "a rule's id is MIG and three digits, or MAP17 to MAP20");
                continue;
            }
            choice(options, name, Level.class, diagnostics).ifPresent(level -> levels.put(rule, level));
        }
        return levels;
    }
}

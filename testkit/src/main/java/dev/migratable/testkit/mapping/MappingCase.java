package dev.migratable.testkit.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small set of entities, in one source file, whose schema Hibernate is asked about. Its first lines may be directives:
 *
 * <pre>{@code
 * // option: migratable.naming=snake_case
 * // setting: hibernate.default_schema=shop
 * // refused: MAP03; Order.lines; @JoinColumn; mappedBy
 * }</pre>
 *
 * <p>An {@code option} is one of the processor's, a {@code setting} one of Hibernate's, which is told by itself of the
 * options for naming, Bean Validation and the server's version; {@code refused} names the texts that one error of the
 * processor has to contain.
 *
 * @param id folder and file, {@code inheritance/SingleTable}
 * @param sources the case's file, and the folder's {@code package-info.java} where there is one
 * @param options by name, without {@code -A}
 * @param settings by name
 * @param refused the texts of the error; empty where the case is read
 */
public record MappingCase(
        String id,
        List<Path> sources,
        Map<String, String> options,
        Map<String, Object> settings,
        List<String> refused) {

    private static final String SNAKE_CASE = "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl";
    private static final String SERVER_VERSION = "migratable.serverVersion";
    private static final String PACKAGE_INFO = "package-info.java";
    private static final String OPTION = "// option: ";
    private static final String SETTING = "// setting: ";
    private static final String REFUSED = "// refused: ";

    /** Copies everything. */
    public MappingCase {
        sources = List.copyOf(sources);
        options = Map.copyOf(options);
        settings = Map.copyOf(settings);
        refused = List.copyOf(refused);
    }

    /**
     * Finds all cases, sorted by id; with the system property {@code conformance.only}, those whose id contains its value.
     *
     * @throws IOException where the folder cannot be read
     * @throws IllegalArgumentException where a directive is not understood
     */
    public static List<MappingCase> all() throws IOException {
        Path root = Path.of(
                System.getProperty("migratable.root", ".."), "processor", "src", "test", "resources", "conformance");
        String only = System.getProperty("conformance.only", "");
        List<MappingCase> result = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(MappingCase::isCase).sorted().toList()) {
                MappingCase read = read(root, file);
                if (read.id().contains(only)) {
                    result.add(read);
                }
            }
        }
        if (result.isEmpty()) {
            throw new IllegalStateException("no case under " + root + " has '" + only + "' in its id");
        }
        return List.copyOf(result);
    }

    /** Finds the cases that are read, for those who have no use for the others. */
    public static List<MappingCase> allRead() throws IOException {
        return all().stream().filter(c -> c.refused().isEmpty()).toList();
    }

    private static boolean isCase(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java") && !name.equals(PACKAGE_INFO);
    }

    private static MappingCase read(Path root, Path file) throws IOException {
        Map<String, String> options = new LinkedHashMap<>();
        Map<String, Object> settings = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("// ")) {
                break;
            } else if (line.startsWith(OPTION)) {
                put(options, line, OPTION);
            } else if (line.startsWith(SETTING)) {
                put(settings, line, SETTING);
            } else if (line.startsWith(REFUSED)) {
                Arrays.stream(line.substring(REFUSED.length()).split(";"))
                        .map(String::strip)
                        .forEach(refused::add);
            }
        }
        String path =
                root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
        List<Path> sources = new ArrayList<>(List.of(file));
        Path packageInfo = file.resolveSibling(PACKAGE_INFO);
        if (Files.exists(packageInfo)) {
            sources.add(packageInfo);
        }
        follow(options, settings);
        return new MappingCase(
                path.substring(0, path.length() - ".java".length()), sources, options, settings, refused);
    }

    /** Returns whether a server is no older than the one that the case is for. */
    public boolean fits(int serverVersion) {
        String wanted = options.get(SERVER_VERSION);
        return wanted == null || Integer.parseInt(wanted) <= serverVersion;
    }

    /** Tells Hibernate what the processor's options say. */
    private static void follow(Map<String, String> options, Map<String, Object> settings) {
        if ("snake_case".equals(options.get("migratable.naming"))) {
            settings.put("hibernate.physical_naming_strategy", SNAKE_CASE);
        }
        if (options.containsKey(SERVER_VERSION)) {
            settings.put("jakarta.persistence.database-major-version", options.get(SERVER_VERSION));
        }
        settings.put("jakarta.persistence.validation.mode", options.getOrDefault("migratable.beanValidation", "ddl"));
    }

    private static void put(Map<String, ? super String> target, String line, String directive) {
        String[] parts = line.substring(directive.length()).strip().split("=", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + line + "' has no value");
        }
        target.put(parts[0], parts[1]);
    }

    /** Returns the id, which names the case in reports. */
    @Override
    public String toString() {
        return id;
    }
}

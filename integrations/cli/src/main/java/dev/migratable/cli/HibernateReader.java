package dev.migratable.cli;

import dev.migratable.schema.Schema;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Asks the application's own Hibernate for the schema of compiled classes, in a class loader of its own. */
final class HibernateReader {

    private static final String FUNCTION = "dev.migratable.runtime.hibernate.OfflineSchema";
    private static final String HIBERNATE = "org.hibernate.boot.MetadataSources";
    private static final String SUFFIX = ".class";
    private static final String PACKAGE_INFO = ".package-info";
    private static final String FIX = "Give the application's whole class path with --classpath, for example what"
            + " 'mvn dependency:build-classpath' prints";

    private static final Set<String> MAPPED = Set.of(
            "jakarta.persistence.Converter",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass");

    private final Path classes;
    private final List<Path> classPath;
    private final Map<String, String> settings;

    /**
     * Creates a reader.
     *
     * @param classes a directory of classes, or a jar
     * @param options the class path and Hibernate's settings
     */
    HibernateReader(Path classes, HibernateOptions options) {
        this.classes = classes;
        this.classPath = options.classPath();
        this.settings = options.settings();
    }

    /** Reads the schema. */
    Schema read() {
        List<String> names = classNames();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (HibernateLoader loader = new HibernateLoader(urls(), HibernateReader.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            loader.loadClass(HIBERNATE);
            List<Class<?>> mapped = mapped(names, loader);
            if (mapped.isEmpty()) {
                throw CliError.NO_MODEL.at(classes.toString(), "there is no @Entity in it", "Compile the module first");
            }
            return function(loader).apply(mapped, new TreeMap<>(settings));
        } catch (ClassNotFoundException | LinkageError e) {
            throw CliError.CLASS_PATH.at(place(), "the class " + missing(e) + " cannot be loaded", FIX, e);
        } catch (IOException e) {
            throw SourceReader.unreadable(classes, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private String place() {
        return Source.HIBERNATE + classes;
    }

    private static String missing(Throwable e) {
        return String.valueOf(e.getMessage()).replace('/', '.');
    }

    private URL[] urls() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        urls.add(classes.toUri().toURL());
        for (Path entry : classPath) {
            if (!Files.exists(entry)) {
                throw CliError.UNREADABLE.at(entry.toString(), "this entry of --classpath does not exist", FIX);
            }
            urls.add(entry.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private List<String> classNames() {
        try {
            if (Files.isDirectory(classes)) {
                return classNames(classes);
            }
            try (FileSystem jar = FileSystems.newFileSystem(classes)) {
                return classNames(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw SourceReader.unreadable(classes, e);
        }
    }

    private static List<String> classNames(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file ->
                            file.endsWith(SUFFIX) && !file.startsWith("META-INF") && !file.startsWith("module-info"))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length())
                            .replace(root.getFileSystem().getSeparator(), "."))
                    .sorted()
                    .toList();
        }
    }

    private static List<Class<?>> mapped(List<String> names, ClassLoader loader) throws ClassNotFoundException {
        List<Class<?>> result = new ArrayList<>();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, loader);
            if (name.endsWith(PACKAGE_INFO) || isMapped(type)) {
                result.add(type);
            }
        }
        boolean any = result.stream().anyMatch(type -> !type.getName().endsWith(PACKAGE_INFO));
        return any ? result : List.of();
    }

    private static boolean isMapped(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(annotation -> MAPPED.contains(annotation.getName()));
    }

    /** The cast is sound: the class says so itself, and it is ours. */
    @SuppressWarnings("unchecked")
    private static BiFunction<Collection<Class<?>>, Map<String, Object>, Schema> function(ClassLoader loader)
            throws ClassNotFoundException {
        try {
            Object function =
                    Class.forName(FUNCTION, true, loader).getConstructor().newInstance();
            return (BiFunction<Collection<Class<?>>, Map<String, Object>, Schema>) function;
        } catch (ReflectiveOperationException e) {
            throw new ClassNotFoundException(FUNCTION, e);
        }
    }
}

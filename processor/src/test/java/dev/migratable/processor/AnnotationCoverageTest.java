package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.mapping.MappingCase;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.annotations.Formula;
import org.junit.jupiter.api.Test;

/**
 * Every annotation of Jakarta Persistence and of Hibernate, and every member of each, is in a conformance case; those that
 * are not are listed in {@code uncovered.txt}, each with the reason. What a new version adds turns up here.
 */
class AnnotationCoverageTest {

    private static final Path UNCOVERED = Path.of("src/test/resources/uncovered.txt");

    /** Texts and comments, which say nothing; annotations, parentheses, and members that are written. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)'|//[^\\n]*|/\\*.*?\\*/"
                    + "|@[\\w.]+|[()]|(\\w+)\\s*=(?!=)",
            Pattern.DOTALL);

    private final SortedSet<String> written = new TreeSet<>();

    @Test
    void everyMemberIsInACaseOrHasAReason() throws Exception {
        for (MappingCase mapping : MappingCase.all()) {
            for (Path source : mapping.sources()) {
                note(Files.readString(source));
            }
        }
        SortedMap<String, String> reasons = reasons();
        SortedSet<String> missing = new TreeSet<>();
        for (Class<?> annotation : annotations()) {
            String name = name(annotation);
            if (!written.contains(name)) {
                missing.add(name);
                continue;
            }
            Arrays.stream(annotation.getDeclaredMethods())
                    .map(Method::getName)
                    .filter(member -> !member.equals("value") && !written.contains(name + "#" + member))
                    .forEach(member -> missing.add(name + "#" + member));
        }

        assertEquals(String.join("\n", reasons.keySet()), String.join("\n", missing));
        assertTrue(reasons.values().stream().noneMatch(String::isBlank), reasons::toString);
    }

    private static SortedMap<String, String> reasons() throws IOException {
        SortedMap<String, String> reasons = new TreeMap<>();
        String reason = "";
        for (String line : Files.readAllLines(UNCOVERED)) {
            if (line.startsWith("# ")) {
                reason = line.substring(2);
            } else if (!line.isBlank()) {
                reasons.put(line.strip(), reason);
            }
        }
        return reasons;
    }

    /** By their simple names: some are in both packages. */
    private static List<Class<?>> annotations() throws Exception {
        List<Class<?>> result = new ArrayList<>();
        for (Class<?> one : List.of(Entity.class, Formula.class)) {
            String folder = one.getPackageName().replace('.', '/') + "/";
            Path jar = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : file.stream().toList()) {
                    String name = entry.getName();
                    if (name.startsWith(folder)
                            && name.endsWith(".class")
                            && name.indexOf('/', folder.length()) < 0
                            && !name.contains("package-info")) {
                        Class<?> type = Class.forName(
                                name.substring(0, name.length() - ".class".length())
                                        .replace('/', '.'),
                                false,
                                one.getClassLoader());
                        if (type.isAnnotation()) {
                            result.add(type);
                        }
                    }
                }
            }
        }
        return result;
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
    }

    /** Notes the annotations of a source, and the members that are written in each. */
    private void note(String source) {
        Deque<String> open = new ArrayDeque<>();
        String last = "";
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String text = token.group();
            String member = token.group(1);
            if (text.equals("(")) {
                open.push(last);
            } else if (text.equals(")")) {
                open.poll();
            } else if (member != null && !open.isEmpty() && !open.peek().isEmpty()) {
                names(open.peek()).forEach(name -> written.add(name + "#" + member));
            }
            last = text.startsWith("@") ? text.substring(1) : "";
            if (!last.isEmpty()) {
                written.addAll(names(last));
            }
        }
    }

    /** A name may be written with its package, or with the annotation that it is in. */
    private static List<String> names(String qualified) {
        List<String> names = new ArrayList<>(List.of(qualified));
        for (int dot = qualified.indexOf('.'); dot >= 0; dot = qualified.indexOf('.', dot + 1)) {
            names.add(qualified.substring(dot + 1));
        }
        return names;
    }
}

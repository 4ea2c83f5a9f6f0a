package dev.migratable.processor;

import com.google.testing.compile.Compilation;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Loads the classes of a compilation, and hands Hibernate their bytes. */
final class MemoryClassLoader extends ClassLoader implements Closeable {

    private final SortedMap<String, byte[]> classes = new TreeMap<>();

    MemoryClassLoader(Compilation compilation, ClassLoader parent) {
        super(parent);
        for (Map.Entry<String, byte[]> file : Outputs.classOutput(compilation).entrySet()) {
            String path = file.getKey();
            if (path.endsWith(".class")) {
                classes.put(path.substring(0, path.length() - ".class".length()).replace('/', '.'), file.getValue());
            }
        }
    }

    SortedSet<String> names() {
        return new TreeSet<>(classes.keySet());
    }

    /** The packages that have a package-info. */
    List<String> packages() {
        String suffix = ".package-info";
        return names().stream()
                .filter(name -> name.endsWith(suffix))
                .map(name -> name.substring(0, name.length() - suffix.length()))
                .toList();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = name.endsWith(".class")
                ? classes.get(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                : null;
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {
        classes.clear();
    }
}

package dev.migratable.processor.write;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file that names classes of the module that matter to entities which do not name them, so that a compilation of some
 * entities knows of a class that is not compiled with them. One qualified name a line.
 *
 * @param path the file's path in the class output
 */
public record ClassIndex(String path) {

    /** The converters that apply themselves. */
    public static final ClassIndex CONVERTERS = new ClassIndex("META-INF/migratable/converters.txt");

    /** The embeddables that extend others. */
    public static final ClassIndex EMBEDDABLES = new ClassIndex("META-INF/migratable/embeddables.txt");

    /**
     * Reads what earlier compilations left.
     *
     * @throws IOException where the file is there and cannot be read
     */
    public SortedSet<String> read(OutputFolder output) throws IOException {
        Optional<String> text = output.read(path);
        SortedSet<String> names = new TreeSet<>();
        text.ifPresent(
                t -> t.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(names::add));
        return names;
    }

    /**
     * Writes the names where there are some, or were.
     *
     * @throws IOException where it cannot be written
     */
    public void write(OutputFolder output, Collection<String> names) throws IOException {
        if (!names.isEmpty() || output.read(path).isPresent()) {
            String text = names.stream().sorted().map(name -> name + "\n").collect(Collectors.joining());
            output.write(path, text);
        }
    }
}

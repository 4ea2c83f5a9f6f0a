package dev.migratable.processor.write;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The file that says which converters of the module apply themselves, so that a compilation of some entities knows of a
 * converter that is not compiled with them. One qualified name a line.
 */
public final class ConverterIndex {

    /** The file's path in the class output. */
    public static final String PATH = "META-INF/migratable/converters.txt";

    private ConverterIndex() {}

    /**
     * Reads what earlier compilations left.
     *
     * @throws IOException where the file is there and cannot be read
     */
    public static SortedSet<String> read(OutputFolder output) throws IOException {
        Optional<String> text = output.read(PATH);
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
    public static void write(OutputFolder output, Collection<String> names) throws IOException {
        if (!names.isEmpty() || output.read(PATH).isPresent()) {
            String text = names.stream().sorted().map(name -> name + "\n").collect(Collectors.joining());
            output.write(PATH, text);
        }
    }
}

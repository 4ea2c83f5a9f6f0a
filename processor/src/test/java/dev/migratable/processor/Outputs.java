package dev.migratable.processor;

import com.google.testing.compile.Compilation;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/** Looks into what a compilation wrote. */
final class Outputs {

    private static final String CLASS_OUTPUT = "/CLASS_OUTPUT/";

    private Outputs() {}

    /** The text of a file in the class output. */
    static String text(Compilation compilation, String path) {
        byte[] bytes = classOutput(compilation).get(path);
        if (bytes == null) {
            throw new AssertionError(
                    "no " + path + " among " + classOutput(compilation).keySet());
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** All files in the class output by path. */
    static SortedMap<String, byte[]> classOutput(Compilation compilation) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            String path = file.toUri().getPath();
            if (path.startsWith(CLASS_OUTPUT)) {
                bytes(file).ifPresent(bytes -> files.put(path.substring(CLASS_OUTPUT.length()), bytes));
            }
        }
        return files;
    }

    /** Empty for a file that the processor only looked for. */
    private static Optional<byte[]> bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

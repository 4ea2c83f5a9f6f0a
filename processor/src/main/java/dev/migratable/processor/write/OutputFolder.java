package dev.migratable.processor.write;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Reads and writes files in the compiler's class output. */
public final class OutputFolder {

    private final Filer filer;

    /** Creates one on the compiler's filer. */
    public OutputFolder(Filer filer) {
        this.filer = filer;
    }

    /**
     * Reads a file; empty where there is none.
     *
     * @throws IOException where it is there and cannot be read
     */
    public Optional<String> read(String path) throws IOException {
        return read(StandardLocation.CLASS_OUTPUT, path);
    }

    private Optional<String> read(StandardLocation location, String path) throws IOException {
        try {
            FileObject file = filer.getResource(location, "", path);
            try (InputStream in = file.openInputStream()) {
                return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (NoSuchFileException | FileNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Finds a file in the class output, among the sources of resources, or on the class path; empty where there is none that
     * can be read.
     */
    public Optional<String> find(String path) {
        return find(StandardLocation.CLASS_OUTPUT, path)
                .or(() -> findAmongSources(path))
                .or(() -> find(StandardLocation.SOURCE_PATH, path))
                .or(() -> find(StandardLocation.CLASS_PATH, path));
    }

    private Optional<String> findAmongSources(String path) {
        try {
            FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", path);
            return ResourceFolder.of(file.toUri(), path).flatMap(folder -> ResourceFolder.read(folder, path));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // a compiler that does not say where a file would be
        }
    }

    private Optional<String> find(StandardLocation location, String path) {
        try {
            return read(location, path);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // what the compiler cannot open, or does not look into, is not there for us
        }
    }

    /** Returns whether the class file of a binary name is there. */
    public boolean hasClass(String binaryName) {
        try {
            String path = binaryName.replace('.', '/') + ".class";
            FileObject file = filer.getResource(StandardLocation.CLASS_OUTPUT, "", path);
            try (InputStream in = file.openInputStream()) {
                return in.read() >= 0;
            }
        } catch (IOException e) {
            return false; // a class file that cannot be opened is as good as none
        }
    }

    /**
     * Writes a file.
     *
     * @throws IOException where it cannot be written
     */
    public void write(String path, String text) throws IOException {
        FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path);
        try (OutputStream out = file.openOutputStream()) { // a writer would use the platform's charset
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

package dev.migratable.cli;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.Model;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Reads the model out of a jar; out of an executable jar or war also the models of the modules within it, merged.
 */
final class JarReader {

    private static final List<String> CLASSES = List.of("", "BOOT-INF/classes/", "WEB-INF/classes/");
    private static final List<String> LIBRARIES = List.of("BOOT-INF/lib/", "WEB-INF/lib/");

    private final Path jar;

    JarReader(Path jar) {
        this.jar = jar;
    }

    /**
     * Reads the models.
     *
     * @throws dev.migratable.schema.MigratableException where the file is no jar, or there is no model in it
     */
    Model read() {
        Map<String, Model> models = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String classes : CLASSES) {
                ZipEntry entry = zip.getEntry(classes + SourceReader.MODEL);
                if (entry != null) {
                    put(models, zip.getInputStream(entry), jar + "!" + entry.getName());
                }
            }
            for (ZipEntry library : libraries(zip)) {
                readLibrary(zip, library, models);
            }
        } catch (IOException e) {
            throw SourceReader.unreadable(jar, e);
        }
        return merge(models);
    }

    private static List<? extends ZipEntry> libraries(ZipFile zip) {
        return zip.stream()
                .filter(entry ->
                        entry.getName().endsWith(".jar") && LIBRARIES.stream().anyMatch(entry.getName()::startsWith))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
    }

    private void readLibrary(ZipFile zip, ZipEntry library, Map<String, Model> models) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(zip.getInputStream(library))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(SourceReader.MODEL)) {
                    put(models, entries, jar + "!" + library.getName() + "!" + entry.getName());
                }
            }
        }
    }

    private static void put(Map<String, Model> models, InputStream content, String place) throws IOException {
        models.put(place, ModelJson.read(new String(content.readAllBytes(), StandardCharsets.UTF_8), place));
    }

    private Model merge(Map<String, Model> models) {
        if (models.isEmpty()) {
            throw SourceReader.noModel(jar.toString());
        }
        try {
            return Model.merge(models);
        } catch (IllegalArgumentException e) {
            throw CliError.NO_MODEL.at(
                    jar.toString(),
                    "its modules do not fit together: " + e.getMessage(),
                    "Map each table in one module only, and each enum alike",
                    e);
        }
    }
}

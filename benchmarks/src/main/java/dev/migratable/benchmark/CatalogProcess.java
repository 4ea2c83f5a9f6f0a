package dev.migratable.benchmark;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.json.ModelJson;
import dev.migratable.schema.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;

/** Reads a model's file and a database's catalog, compares them, and prints what the whole process needed. */
final class CatalogProcess {

    private CatalogProcess() {}

    /** Compares; the arguments are the database's URL and the model's file. */
    public static void main(String[] arguments) throws Exception {
        HeapPeak heap = HeapPeak.watch();
        Path file = Path.of(arguments[1]);
        Model model = ModelJson.read(Files.readString(file), file.toString());
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            Catalog catalog = CatalogInspector.inspect(connection);
            List<Change> changes = SchemaDiffer.diff(catalog.schema(), model);
            if (!changes.isEmpty()) {
                throw new IllegalStateException(changes.size() + " false changes, the first: " + changes.get(0));
            }
        }
        System.out.println(
                Measurement.ofThisProcess().withHeap(heap.bytes() >> 20).line());
    }
}

package dev.migratable.cli;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.CatalogInspector;
import dev.migratable.catalog.ExpressionInspector;
import dev.migratable.change.Change;
import dev.migratable.classify.DataProbe;
import dev.migratable.classify.Evidence;
import dev.migratable.classify.StatisticsReader;
import dev.migratable.diff.ColumnStatistics;
import dev.migratable.json.ModelJson;
import dev.migratable.normalize.ExpressionForms;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads sources to models. */
final class SourceReader {

    /** Where the annotation processor puts a module's model. */
    static final String MODEL = "META-INF/migratable/model.json";

    /** Where Maven and Gradle compile to, beside the directory itself. */
    private static final List<String> CLASSES = List.of("", "target/classes", "build/classes/java/main");

    private final ConnectionOptions connection;
    private final HibernateOptions hibernate;
    private final ScratchOptions scratch;
    private final Shell shell;

    SourceReader(ConnectionOptions connection, HibernateOptions hibernate, ScratchOptions scratch, Shell shell) {
        this.connection = connection;
        this.hibernate = hibernate;
        this.scratch = scratch;
        this.shell = shell;
    }

    /** Recognises and reads a source. */
    Side read(String text) {
        return Source.parse(text).read(this);
    }

    /** Reads the model of a compiled module. */
    Side directory(Path directory) {
        Path file = CLASSES.stream()
                .map(classes -> directory.resolve(classes).resolve(MODEL))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> noModel(directory.toString()));
        return Side.offline(directory.toString(), readFile(file));
    }

    /**
     * Asks Hibernate for the schema of a module's classes. What is declared on entities (renames, what is retired) only the
     * processor reads, so that it is taken from the module's model where there is one.
     */
    Side hibernate(Path module) {
        Path classes = CLASSES.stream()
                .sorted(Comparator.comparing(String::isEmpty))
                .map(module::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(module);
        Schema schema = new HibernateReader(classes, hibernate).read();
        Path model = classes.resolve(MODEL);
        Declarations declarations = Files.exists(model) ? readFile(model).declarations() : Declarations.NONE;
        return Side.offline(Source.HIBERNATE + module, new Model(schema, declarations));
    }

    /** Reads the model of a packaged module. */
    Side jar(Path jar) {
        return Side.offline(jar.toString(), new JarReader(jar).read());
    }

    /** Reads a model file. */
    Side file(Path file) {
        return Side.offline(file.toString(), readFile(file));
    }

    /** Replays a changelog, and reads what it makes. */
    Side changelog(Path directory) {
        return Side.offline(directory.toString(), new Model(replay(directory).read(), Declarations.NONE));
    }

    /** Returns the replay of a changelog on the server that was named for that. */
    ChangelogReplay replay(Path directory) {
        String url = scratch.url()
                .orElseThrow(() -> CliError.CHANGELOG.at(
                        directory.toString(),
                        "a changelog is replayed into a database that is made for it, and no server is named",
                        "Give --scratch jdbc:postgresql://host/database, of any database that its user can connect to;"
                                + " the user needs CREATEDB"));
        return new ChangelogReplay(connection.database(url, shell), directory);
    }

    /** Reads the catalog of a live database. */
    Side live(String url) {
        Database database = connection.database(url, shell);
        try (Connection session = database.connect()) {
            Catalog catalog = CatalogInspector.inspect(session);
            if (!catalog.strangers().isEmpty()) {
                shell.err().println("note: " + strangers(catalog));
            }
            return new Side(
                    database.place(),
                    new Model(catalog.schema(), Declarations.NONE),
                    Optional.of(catalog),
                    (current, desired) -> forms(database, current, desired),
                    changes -> evidence(database, catalog, changes),
                    columns -> statistics(database, columns));
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private static String strangers(Catalog catalog) {
        int count = catalog.strangers().size();
        String owners = String.join(", ", new TreeSet<>(catalog.strangers().values()));
        return count + (count == 1 ? " table" : " tables") + " of other owners (" + owners
                + "), on which the connecting role has no privilege: left out";
    }

    private static ExpressionForms forms(Database database, Schema current, Schema desired) {
        try (Connection session = database.connect()) {
            return new ExpressionInspector(session).forms(current, desired);
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private static Evidence evidence(Database database, Catalog catalog, List<Change> changes) {
        try (Connection session = database.connect()) {
            return DataProbe.measure(session, catalog, changes, DataProbe.Limits.DEFAULT);
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private static Map<ColumnName, ColumnStatistics> statistics(Database database, List<ColumnName> columns) {
        if (columns.isEmpty()) {
            return Map.of();
        }
        try (Connection session = database.connect()) {
            return StatisticsReader.read(session, columns);
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Says that a module has no model. */
    static MigratableException noModel(String place) {
        return CliError.NO_MODEL.at(
                place,
                "there is no " + MODEL + " in it",
                "Compile the module with migratable-processor, with an entity annotated @Migratable");
    }

    /** Reads the model in a file. */
    static Model readFile(Path file) {
        return ModelJson.read(text(file), file.toString());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Says that a file cannot be read, and why. */
    static MigratableException unreadable(Path file, IOException e) {
        return CliError.UNREADABLE.at(
                file.toString(), "cannot be read: " + reason(e), "Check the name and the permissions", e);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof MalformedInputException) {
            return "it is not UTF-8 text";
        }
        return Stream.ofNullable(e.getMessage()).findFirst().orElse(e.getClass().getSimpleName());
    }
}

package dev.migratable.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Names a place that a schema can be read from, as it is written on the command line. */
sealed interface Source {

    /** What is said where a source is none. */
    String FIX = "Give a module's directory or jar, a model file, a changelog, or a jdbc:postgresql: URL";

    /** What stands before the classes that Hibernate itself is to read. */
    String HIBERNATE = "hibernate:";

    /** Returns the place for people, without passwords. */
    String place();

    /** Calls the reader's method for this kind of source. */
    Side read(SourceReader reader);

    /** A directory of compiled classes, or one that holds such a directory. */
    record ModuleDirectory(Path path) implements Source {
        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public Side read(SourceReader reader) {
            return reader.directory(path);
        }
    }

    /** A jar or war. */
    record ModuleJar(Path path) implements Source {
        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public Side read(SourceReader reader) {
            return reader.jar(path);
        }
    }

    /** A model as JSON. */
    record ModelFile(Path path) implements Source {
        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public Side read(SourceReader reader) {
            return reader.file(path);
        }
    }

    /** A changelog that Migratable generated, or another one with such a root file. */
    record Changelog(Path path) implements Source {
        @Override
        public String place() {
            return path.toString();
        }

        @Override
        public Side read(SourceReader reader) {
            return reader.changelog(path);
        }
    }

    /** A live database. */
    record LiveDatabase(String url) implements Source {
        @Override
        public String place() {
            return Database.place(url);
        }

        @Override
        public Side read(SourceReader reader) {
            return reader.live(url);
        }
    }

    /** Compiled classes as Hibernate itself understands them. */
    record HibernateClasses(Path path) implements Source {
        @Override
        public String place() {
            return HIBERNATE + path;
        }

        @Override
        public Side read(SourceReader reader) {
            return reader.hibernate(path);
        }
    }

    /**
     * Recognises a source by its form; a path must exist.
     *
     * @throws dev.migratable.schema.MigratableException where it is none, or none that this version reads
     */
    static Source parse(String text) {
        if (text.startsWith(Database.PREFIX)) {
            return new LiveDatabase(text);
        }
        if (text.isBlank()) {
            throw CliError.UNREADABLE.at("''", "this names no source", FIX);
        }
        if (text.matches("postgres(ql)?://.*")) {
            throw CliError.UNSUPPORTED_SOURCE.at(
                    Mask.in(text), "this is no JDBC URL", "Write jdbc:postgresql://host:port/database?user=NAME");
        }
        if (text.startsWith("jdbc:")) {
            throw CliError.UNSUPPORTED_SOURCE.at(
                    Mask.in(text), "only PostgreSQL databases can be read", "Give a URL jdbc:postgresql://…");
        }
        return text.startsWith(HIBERNATE)
                ? parseClasses(text.substring(HIBERNATE.length()))
                : parsePath(text, path(text));
    }

    private static Source parseClasses(String text) {
        Path path = path(text);
        if (text.isBlank() || !Files.exists(path)) {
            throw CliError.UNREADABLE.at(
                    HIBERNATE + text, "there is no such directory or jar", "Give a directory of compiled classes");
        }
        if (!Files.isDirectory(path) && !text.toLowerCase(Locale.ROOT).endsWith(".jar")) {
            throw CliError.UNSUPPORTED_SOURCE.at(
                    HIBERNATE + text, "this is no directory and no .jar", "Give a directory of compiled classes");
        }
        return new HibernateClasses(path);
    }

    private static Source parsePath(String text, Path path) {
        String name = text.toLowerCase(Locale.ROOT);
        Path changelog = ChangelogOption.directory(path);
        if (Files.isRegularFile(changelog.resolve(ChangelogOption.ROOT))) {
            return new Changelog(changelog);
        }
        if (isOtherChangelog(name)) {
            throw CliError.UNSUPPORTED_SOURCE.at(
                    text,
                    "of changelogs only those with a " + ChangelogOption.ROOT + " are replayed",
                    "Apply it to a database and give that database's JDBC URL");
        }
        if (!Files.exists(path)) {
            throw CliError.UNREADABLE.at(text, "there is no such file or directory", FIX);
        }
        if (Files.isDirectory(path)) {
            return new ModuleDirectory(path);
        }
        if (name.endsWith(".json")) {
            return new ModelFile(path);
        }
        if (name.endsWith(".jar") || name.endsWith(".war")) {
            return new ModuleJar(path);
        }
        throw CliError.UNSUPPORTED_SOURCE.at(text, "this is no .jar, .war or .json file", FIX);
    }

    private static boolean isOtherChangelog(String name) {
        return List.of(".yaml", ".yml", ".xml", ".sql").stream().anyMatch(name::endsWith);
    }

    /** Reads a file's path. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw CliError.UNREADABLE.at(Mask.in(text), "this is no path of a file", "Check the name", e);
        }
    }
}

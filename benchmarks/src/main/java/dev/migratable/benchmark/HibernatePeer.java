package dev.migratable.benchmark;

import dev.migratable.testkit.TestDatabase;
import jakarta.persistence.SchemaValidationException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.tools.ToolProvider;
import org.hibernate.SessionFactory;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.cfg.Configuration;

/** Hibernate's validation of a database against mapped classes: names and types of columns, nothing else. */
final class HibernatePeer implements AutoCloseable {

    private final URLClassLoader loader;
    private final SessionFactory factory;

    /** Compiles and maps the entities of a schema, which takes longer than what is measured. */
    HibernatePeer(SyntheticSchema schema, Path folder, TestDatabase database) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (SyntheticSchema.EntitySource source : schema.entities()) {
            Path file = folder.resolve(source.className() + ".java");
            arguments.add(Files.writeString(file, source.text()).toString());
        }
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        if (status != 0) {
            throw new IOException("javac ended with status " + status);
        }
        Logger.getLogger("org.hibernate").setLevel(Level.OFF);
        this.loader = new URLClassLoader(new URL[] {url(folder)}, HibernatePeer.class.getClassLoader());
        this.factory = factory(schema, database);
    }

    private static URL url(Path folder) throws MalformedURLException {
        return folder.toUri().toURL();
    }

    private SessionFactory factory(SyntheticSchema schema, TestDatabase database) {
        Configuration configuration = new Configuration(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader)
                        .build())
                .setProperty("hibernate.connection.url", database.url());
        for (SyntheticSchema.EntitySource source : schema.entities()) {
            try {
                configuration.addAnnotatedClass(loader.loadClass(source.className()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(source.className() + " was compiled and cannot be loaded", e);
            }
        }
        return configuration.buildSessionFactory();
    }

    /** Validates; a difference is an exception. */
    void validate() throws SchemaValidationException {
        factory.getSchemaManager().validate();
    }

    @Override
    public void close() throws IOException {
        factory.close();
        loader.close();
    }
}

package dev.migratable.runtime.hibernate;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Lets Hibernate create its schema on a real server. */
final class HibernateDatabase {

    /** Does something with metadata of which the schema was created. */
    interface Use {
        void with(Metadata metadata) throws SQLException;
    }

    private HibernateDatabase() {}

    static void create(TestDatabase database, List<Class<?>> classes, Map<String, Object> settings, Use use)
            throws SQLException {
        Map<String, Object> online = new HashMap<>(settings);
        online.put("jakarta.persistence.jdbc.url", database.url());
        online.put("hibernate.hbm2ddl.halt_on_error", "true");
        online.putIfAbsent(ModelCheckIntegrator.SETTING, "fail");
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(classes.get(0).getClassLoader())
                        .build())
                .applySettings(online)
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            for (Class<?> type : classes) {
                if (type.getName().endsWith(".package-info")) {
                    sources.addPackage(type.getPackageName());
                } else {
                    sources.addAnnotatedClass(type);
                }
            }
            Metadata metadata = sources.buildMetadata();
            try (SessionFactory factory = metadata.buildSessionFactory()) {
                factory.getSchemaManager().create(true);
                use.with(metadata);
            }
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    static Schema inspect(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    static int majorVersion(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }
}

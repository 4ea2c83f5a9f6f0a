package dev.migratable.runtime.hibernate;

import dev.migratable.schema.MigratableException;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.FetchSettings;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;

/** Builds boot metadata of classes without a database. */
final class OfflineMetadata {

    private static final String PACKAGE_INFO = ".package-info";

    private OfflineMetadata() {}

    static <T> T with(Collection<Class<?>> classes, Map<String, Object> settings, Function<Metadata, T> use) {
        BootstrapServiceRegistryBuilder bootstrap = new BootstrapServiceRegistryBuilder();
        loaders(classes).forEach(bootstrap::applyClassLoader);
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(bootstrap.build())
                .clearSettings() // of hibernate.properties, which may lead to a database
                .applySettings(offline(settings))
                .build();
        try {
            return within(classes, registry, use);
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    /** Building the session factory is what brings Bean Validation's constraints into the metadata. */
    private static <T> T within(
            Collection<Class<?>> classes, StandardServiceRegistry registry, Function<Metadata, T> use) {
        SessionFactory factory;
        Metadata metadata;
        try {
            metadata = sources(classes, registry).buildMetadata();
            factory = metadata.buildSessionFactory();
        } catch (PersistenceException e) {
            String fact = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            throw new MigratableException("HIB02", "Hibernate refuses the mapping: " + fact + ". Correct it.", e);
        }
        try {
            return use.apply(metadata);
        } finally {
            factory.close();
        }
    }

    private static MetadataSources sources(Collection<Class<?>> classes, StandardServiceRegistry registry) {
        MetadataSources sources = new MetadataSources(registry);
        for (Class<?> type : classes) {
            if (type.getName().endsWith(PACKAGE_INFO)) {
                sources.addPackage(type.getPackageName());
            } else {
                sources.addAnnotatedClass(type);
            }
        }
        return sources;
    }

    private static Set<ClassLoader> loaders(Collection<Class<?>> classes) {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        for (Class<?> type : classes) {
            ClassLoader loader = type.getClassLoader();
            if (loader != null) {
                loaders.add(loader);
            }
        }
        return loaders;
    }

    private static Map<String, Object> offline(Map<String, Object> settings) {
        Map<String, Object> offline = new TreeMap<>(settings);
        offline.keySet().removeIf(OfflineMetadata::leadsToDatabase);
        offline.put("hibernate.boot.allow_jdbc_metadata_access", false);
        offline.put(ModelCheckIntegrator.SETTING, "off"); // it is for applications
        // nothing is loaded, and planning how to load entities that refer to each other eagerly may take minutes
        offline.put(FetchSettings.MAX_FETCH_DEPTH, 0);
        if (!offline.containsKey(JdbcSettings.DIALECT)) {
            offline.putIfAbsent(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, "PostgreSQL");
        }
        return offline;
    }

    private static boolean leadsToDatabase(String setting) {
        return setting.startsWith("jakarta.persistence.jdbc.")
                || setting.startsWith("hibernate.connection.")
                || setting.startsWith("jakarta.persistence.schema-generation.")
                || setting.startsWith(SchemaToolingSettings.HBM2DDL_AUTO)
                || setting.equals(JdbcSettings.JAKARTA_JTA_DATASOURCE)
                || setting.equals(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE);
    }
}

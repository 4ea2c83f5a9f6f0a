package dev.migratable.runtime.hibernate;

import dev.migratable.schema.Schema;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * {@link HibernateSchemaReader#read(Collection, Map)} behind a type of the JDK, for those who load this package, and with it
 * the application's Hibernate, by a class loader of their own.
 */
public final class OfflineSchema implements BiFunction<Collection<Class<?>>, Map<String, Object>, Schema> {

    /** Creates the function; it has no state. */
    public OfflineSchema() {}

    @Override
    public Schema apply(Collection<Class<?>> classes, Map<String, Object> settings) {
        return HibernateSchemaReader.read(classes, settings);
    }
}

package dev.migratable.schema;

/**
 * Describes one entity's table as code; implemented by the generated {@code <Entity>Table} classes and found through
 * {@link java.util.ServiceLoader}. Implementations have a public no-argument constructor and no state.
 */
public interface TableDescriptor {

    /** Returns the table, the sequences it draws from, and the declarations made on its entity. */
    Model model();
}

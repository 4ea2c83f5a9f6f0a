package dev.migratable.runtime.hibernate;

import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.util.List;
import org.hibernate.boot.Metadata;

/**
 * Says where the model that the processor made at compile time disagrees with Hibernate's own, which an application's
 * naming strategies, types and settings can change at run time. Meant for application start, once the session factory is
 * made: before that, an integrator's {@code integrate} included, NOT NULL of generated times is not in the metadata.
 * {@link ModelCheckIntegrator} does it by itself.
 */
public final class HibernateModelCheck {

    private HibernateModelCheck() {}

    /**
     * Compares the two.
     *
     * @param metadata Hibernate's
     * @param model the model as the processor wrote it, of all modules
     * @return what would have to change in the model's schema to make it Hibernate's; empty where they agree on all
     *     tables of the model. Tables that only Hibernate has belong to entities without {@code @Migratable} and are
     *     left out
     * @throws dev.migratable.schema.MigratableException as {@link HibernateSchemaReader#read(Metadata)}
     */
    public static List<Change> compare(Metadata metadata, Model model) {
        Schema hibernate = HibernateSchemaReader.read(metadata);
        Schema owned = new Schema(
                hibernate.tables().stream()
                        .filter(table -> model.schema().table(table.name()).isPresent())
                        .toList(),
                hibernate.sequences().stream()
                        .filter(sequence ->
                                model.schema().sequence(sequence.name()).isPresent())
                        .toList(),
                hibernate.enumTypes().stream()
                        .filter(type -> model.schema().enumType(type.name()).isPresent())
                        .toList(),
                hibernate.compositeTypes().stream()
                        .filter(type ->
                                model.schema().compositeType(type.name()).isPresent())
                        .toList());
        return SchemaDiffer.diff(model.schema(), new Model(owned, Declarations.NONE));
    }
}

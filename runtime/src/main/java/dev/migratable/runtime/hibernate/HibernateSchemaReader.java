package dev.migratable.runtime.hibernate;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.dialect.PostgreSQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the schema that Hibernate would create: tables with their columns, constraints, indexes and comments,
 * sequences, enum types and composite types. Names that nobody gave are those PostgreSQL would choose;
 * {@code SchemaDiffer} matches by structure.
 *
 * <p>Views, casts and other objects are no part of a {@link Schema}; they are logged as
 * warnings by name, for Migratable will not create them. Rows that Hibernate inserts (generator tables) are no part of
 * one either. Anything of a table or sequence that a schema cannot say is an error that names it.
 *
 * <p>Hibernate is an optional dependency of this module: an application that calls this has it.
 */
public final class HibernateSchemaReader {

    private static final Logger LOG = LoggerFactory.getLogger(HibernateSchemaReader.class);

    private HibernateSchemaReader() {}

    /**
     * Reads the schema of boot metadata; nothing of it is changed.
     *
     * <p>Some of it Hibernate adds only while it builds the session factory: what Bean Validation says (NOT NULL,
     * lengths, checks), and then, after an application's integrators were called, NOT NULL of generated times.
     * Metadata that no session factory was built of does not have it.
     *
     * @throws MigratableException {@code HIB01} where the dialect is not PostgreSQL's, {@code HIB03} naming all that
     *     cannot be read, {@code HIB04} where two tables, sequences or types have one name
     */
    public static Schema read(Metadata metadata) {
        if (!(metadata.getDatabase().getDialect() instanceof PostgreSQLDialect)) {
            throw new MigratableException(
                    "HIB01",
                    "Hibernate speaks "
                            + metadata.getDatabase().getDialect().getClass().getSimpleName()
                            + ", which is not PostgreSQL's dialect. Set jakarta.persistence.database-product-name to"
                            + " PostgreSQL, or hibernate.dialect to PostgreSQLDialect.");
        }
        Unread unread = new Unread();
        PostgresNames names = new PostgresNames(metadata.getDatabase());
        TableReader tables = new TableReader(metadata, names, unread);
        SequenceReader sequences = new SequenceReader(names, unread);
        List<Table> readTables = new ArrayList<>();
        List<Sequence> readSequences = new ArrayList<>();
        OtherObjects others = new OtherObjects(metadata, names, unread);
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (org.hibernate.mapping.Table table : namespace.getTables()) {
                if (table.isPhysicalTable() && !table.isView()) {
                    readTables.add(tables.read(table));
                }
            }
            namespace.getSequences().forEach(sequence -> readSequences.add(sequences.read(sequence)));
            others.of(namespace);
        }
        others.auxiliary();
        unread.check();
        others.names().forEach(other -> LOG.warn("HIB05 {} is not read. Create it yourself.", other));
        try {
            return new Schema(readTables, readSequences, others.enumTypes(), others.compositeTypes());
        } catch (IllegalArgumentException e) {
            throw new MigratableException(
                    "HIB04", e.getMessage() + " in PostgreSQL. Name one of them otherwise in the mapping.", e);
        }
    }

    /**
     * Reads the schema of classes, without a database: entities, embeddables, converters and mapped superclasses, and
     * {@code package-info} classes where packages carry annotations. What Bean Validation says is in it where a provider
     * is on the class path and the settings do not turn it off.
     *
     * @param classes the annotated classes
     * @param settings Hibernate's settings, of which naming strategies, {@code hibernate.default_schema} and the like
     *     matter; {@code hibernate.properties} is not read. Those that lead to a database are passed over.
     *     {@code jakarta.persistence.database-major-version} says which server is meant where that matters: from 18 on
     *     Hibernate makes generated columns virtual. Without it, the oldest server that Hibernate supports is meant
     * @throws MigratableException {@code HIB02} where Hibernate refuses the mapping, and as {@link #read(Metadata)}
     */
    public static Schema read(Collection<Class<?>> classes, Map<String, Object> settings) {
        return OfflineMetadata.with(classes, settings, HibernateSchemaReader::read);
    }
}

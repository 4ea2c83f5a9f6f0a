package dev.migratable.runtime.hibernate;

import com.google.auto.service.AutoService;
import dev.migratable.change.Change;
import dev.migratable.json.ClassPathModels;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.registry.classloading.spi.ClassLoaderService;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.mapping.PersistentClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares, when an application builds its session factory, the model that the processor made at compile time with what
 * Hibernate makes of the same entities. Naming strategies, types and settings that only exist at run time may make them
 * different, and a migration would then create what Hibernate does not use. Hibernate finds this class by itself.
 *
 * <p>The setting {@value #SETTING} says what happens: {@code warn}, as without it, logs a line for each difference; {@code
 * fail} refuses to start; {@code off} compares nothing. Entities that the persistence unit does not have are left out.
 */
@AutoService(Integrator.class)
public final class ModelCheckIntegrator implements Integrator {

    /** The name of the setting, among Hibernate's own. */
    public static final String SETTING = "migratable.hibernate.check";

    private static final Logger LOG = LoggerFactory.getLogger(ModelCheckIntegrator.class);

    private static final String FIX =
            "Tell the processor (-Amigratable.naming, @Column) or Hibernate's settings, or set " + SETTING + "=off";

    private enum Mode {
        WARN,
        FAIL,
        OFF
    }

    /** Creates the integrator; Hibernate does. */
    public ModelCheckIntegrator() {}

    /**
     * Has the two compared as soon as the session factory is made: only then NOT NULL of generated times and what Bean
     * Validation says are in the metadata.
     *
     * @throws MigratableException {@code HIB07} where the setting has a value that is none; later, under {@code fail}, {@code
     *     HIB06} where the two disagree
     */
    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor sessionFactory) {
        Mode mode = mode(sessionFactory.getProperties());
        ClassLoaderService classes = context.getClassLoaderService();
        if (mode != Mode.OFF) {
            sessionFactory.addObserver(new SessionFactoryObserver() {
                @Override
                public void sessionFactoryCreated(SessionFactory factory) {
                    compare(mode, metadata, classes);
                }
            });
        }
    }

    private static void compare(Mode mode, Metadata metadata, ClassLoaderService classes) {
        if (mode == Mode.FAIL) {
            List<String> differences = differences(metadata, classes);
            if (!differences.isEmpty()) {
                throw new MigratableException("HIB06", String.join("; ", differences) + ". " + FIX + ".");
            }
        } else if (metadata.getDatabase().getDialect() instanceof PostgreSQLDialect) {
            // tests of an application may run on another database, which is nobody's mistake
            warn(metadata, classes);
        }
    }

    /** Whatever goes wrong, also with a version of Hibernate that this was not made for, the application starts. */
    private static void warn(Metadata metadata, ClassLoaderService classes) {
        try {
            differences(metadata, classes).forEach(difference -> LOG.warn("HIB06 {}. {}.", difference, FIX));
        } catch (MigratableException e) {
            LOG.warn("{} {}", e.code(), e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("HIB08 the model cannot be compared with Hibernate's. Set {}=off.", SETTING, e);
        }
    }

    private static Mode mode(Map<String, Object> settings) {
        String value = Objects.toString(settings.get(SETTING), Mode.WARN.name());
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(value.strip()))
                .findFirst()
                .orElseThrow(() -> new MigratableException(
                        "HIB07",
                        SETTING + ": '" + value + "' is none of "
                                + Arrays.toString(Mode.values()).toLowerCase(Locale.ROOT) + ". Correct it."));
    }

    private static List<String> differences(Metadata metadata, ClassLoaderService classes) {
        SortedMap<String, Model> models =
                new TreeMap<>(Objects.requireNonNull(classes.workWithClassLoader(ClassPathModels::load)));
        // the application may have entities of other persistence units, too
        models.keySet()
                .retainAll(metadata.getEntityBindings().stream()
                        .map(PersistentClass::getClassName)
                        .collect(Collectors.toSet()));
        if (models.isEmpty()) {
            return List.of();
        }
        try {
            return HibernateModelCheck.compare(metadata, Model.merge(models)).stream()
                    .map(ModelCheckIntegrator::difference)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new MigratableException(
                    "HIB08",
                    "the models on the class path do not fit together: " + e.getMessage()
                            + ". Compile the entities again.",
                    e);
        }
    }

    private static String difference(Change change) {
        return change.table().display() + ": Hibernate's schema is not the model's, which would have to change: "
                + change.description();
    }
}

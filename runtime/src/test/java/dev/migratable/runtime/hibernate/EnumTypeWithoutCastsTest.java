package dev.migratable.runtime.hibernate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.sql.PlainDdl;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.cfg.Configuration;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Hibernate reads, writes and compares enums of a type without the casts that its own schema tool creates beside it. */
@PostgresTest
class EnumTypeWithoutCastsTest {

    enum Color {
        RED,
        GREEN
    }

    @Entity(name = "Car")
    static class Car {
        @Id
        long id;

        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Color color = Color.RED;

        @ElementCollection
        @JdbcTypeCode(SqlTypes.NAMED_ENUM)
        Set<Color> former = Set.of();
    }

    @Test
    void allIsStoredAndFound(TestDatabase database) throws Exception {
        Schema schema = HibernateSchemaReader.read(List.of(Car.class), Map.of());
        List<Change> changes = SchemaDiffer.diff(Schema.EMPTY, new Model(schema, Declarations.NONE));
        database.execute(PlainDdl.of(Schema.EMPTY, changes).toArray(String[]::new));
        Configuration configuration = new Configuration()
                .addAnnotatedClass(Car.class)
                .setProperty("jakarta.persistence.jdbc.url", database.url())
                .setProperty(ModelCheckIntegrator.SETTING, "off");
        try (SessionFactory factory = configuration.buildSessionFactory()) {
            factory.getSchemaManager().validate();
            factory.inTransaction(session -> {
                Car car = new Car();
                car.color = Color.GREEN;
                car.former = Set.of(Color.RED, Color.GREEN);
                session.persist(car);
            });
            factory.inTransaction(session -> {
                assertEquals(Color.GREEN, session.find(Car.class, 0L).color);
                assertEquals(Set.of(Color.RED, Color.GREEN), Set.copyOf(session.find(Car.class, 0L).former));
                for (String query : List.of(
                        "from Car where color = :color",
                        "from Car where color in (:color)",
                        "from Car where color = GREEN and :color = color",
                        "from Car where color < RED and color >= :color",
                        "from Car c where :color member of c.former and c.color = :color",
                        "from Car where cast(color as string) like 'GR%' and color = :color",
                        "from Car where coalesce(color, :color) = :color")) {
                    List<Car> found = session.createQuery(query, Car.class)
                            .setParameter("color", Color.GREEN)
                            .list();
                    assertEquals(1, found.size(), query);
                }
                assertEquals(
                        1,
                        session.createMutationQuery("update Car set color = RED where color = :color")
                                .setParameter("color", Color.GREEN)
                                .executeUpdate());
            });
        }
    }
}

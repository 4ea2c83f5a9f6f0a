package dev.migratable.runtime.hibernate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@PostgresTest
class HibernateSchemaReaderTest {

    @Test
    void wideMappingIsWhatHibernateCreates(TestDatabase database) throws SQLException {
        database.execute("create domain citext_like as text");
        HibernateDatabase.create(database, WideMapping.CLASSES, Map.of(), metadata -> {
            Schema created = HibernateDatabase.inspect(database);
            assertSame(created, HibernateSchemaReader.read(metadata));
        });
        Map<String, Object> version =
                Map.of("jakarta.persistence.database-major-version", HibernateDatabase.majorVersion(database));
        assertSame(HibernateDatabase.inspect(database), HibernateSchemaReader.read(WideMapping.CLASSES, version));
    }

    @Test
    void defaultSchemaIsThatOfTheSettings() {
        Schema schema = HibernateSchemaReader.read(List.of(Plain.class), Map.of("hibernate.default_schema", "Shop"));
        assertEquals(
                List.of(new QualifiedName("shop", "plain")),
                schema.tables().stream().map(Table::name).toList());
        assertEquals(
                List.of(new QualifiedName("shop", "plain_seq")),
                schema.sequences().stream().map(Sequence::name).toList());
    }

    @Test
    void typesOfEnumsAreRead() {
        assertEquals(
                List.of(new EnumType(QualifiedName.inPublic("mood"), List.of("BAD", "GOOD"))),
                HibernateSchemaReader.read(WideMapping.CLASSES, Map.of()).enumTypes());
    }

    @Test
    void settingsThatLeadToADatabaseArePassedOver() {
        Schema schema = HibernateSchemaReader.read(
                List.of(Plain.class),
                Map.of(
                        "jakarta.persistence.jdbc.url",
                        "jdbc:postgresql://localhost:1/nowhere",
                        "hibernate.hbm2ddl.auto",
                        "create"));
        assertEquals(1, schema.tables().size());
    }

    @Test
    void otherDialectIsRefused() {
        MigratableException refused = assertThrows(
                MigratableException.class,
                () -> HibernateSchemaReader.read(
                        List.of(Plain.class), Map.of("jakarta.persistence.database-product-name", "H2")));
        assertEquals("HIB01", refused.code());
        assertTrue(refused.getMessage().startsWith("Hibernate speaks H2Dialect"), refused.getMessage());
    }

    @Test
    void mappingThatHibernateRefusesIsNamed() {
        MigratableException refused = assertThrows(
                MigratableException.class, () -> HibernateSchemaReader.read(List.of(NoId.class), Map.of()));
        assertEquals("HIB02", refused.code());
        assertTrue(refused.getMessage().contains("NoId"), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    @Test
    void everythingThatCannotBeReadIsNamedAtOnce() {
        MigratableException refused = assertThrows(
                MigratableException.class,
                () -> HibernateSchemaReader.read(List.of(Unreadable.class, Plain.class), Map.of()));
        assertEquals("HIB03", refused.code());
        assertEquals(
                "unreadable: 'with (fillfactor=70)' in the 'options' of the table is not read: a model says of a table PARTITION"
                        + " BY columns, and not how it is stored; "
                        + "unreadable.id: bigserial is a type with a sequence of its own and is not read,"
                        + " GenerationType.IDENTITY is; "
                        + "unreadable.text: 'CHECK (text <> '')' in a columnDefinition is not read; "
                        + "unreadable: the definition of foreign key fk_plain 'foreign key (plain_id) references plain'"
                        + " is not read; "
                        + "unreadable: 'tablespace fast' in the 'options' of index idx is not read: no"
                        + " model says how an index is stored; "
                        + "unreadable: index idx_no_column is on 'lower(text)', which is no column. "
                        + "Map it without these, and bring them in by a changelog of your own.",
                refused.getMessage());
    }

    @Test
    void modelThatDisagreesIsReported(TestDatabase database) throws SQLException {
        QualifiedName plain = QualifiedName.inPublic("plain");
        Table table = Table.of(plain, List.of(Column.of("id", SqlType.parse("integer"), false)), Optional.empty());
        Model model = new Model(new Schema(List.of(table), List.of()), Declarations.NONE);
        HibernateDatabase.create(database, List.of(Plain.class, Other.class), Map.of(), metadata -> {
            List<Change> changes = HibernateModelCheck.compare(metadata, model);
            assertEquals(
                    List.of("ChangeColumnType", "AddPrimaryKey"),
                    changes.stream().map(c -> c.getClass().getSimpleName()).toList());
        });
    }

    private static void assertSame(Schema one, Schema other) {
        assertEquals(List.of(), SchemaDiffer.diff(one, new Model(other, Declarations.NONE)), "from one to other");
        assertEquals(List.of(), SchemaDiffer.diff(other, new Model(one, Declarations.NONE)), "from other to one");
    }

    @Entity(name = "Plain")
    static class Plain {
        @Id
        @GeneratedValue
        @SequenceGenerator(name = "plain_seq")
        Long id;
    }

    @Entity(name = "Other")
    static class Other {
        @Id
        Long id;
    }

    @Entity
    static class NoId {
        String text;
    }

    @Entity(name = "Unreadable")
    @jakarta.persistence.Table(
            options = "with (fillfactor=70)",
            indexes = {
                @Index(name = "idx", columnList = "text", options = "tablespace fast"),
                @Index(name = "idx_no_column", columnList = "lower(text)")
            })
    static class Unreadable {
        @Id
        @jakarta.persistence.Column(columnDefinition = "bigserial")
        Long id;

        @jakarta.persistence.Column(columnDefinition = "text check (text <> '')")
        String text;

        @ManyToOne
        @JoinColumn(
                foreignKey =
                        @ForeignKey(
                                name = "fk_plain",
                                foreignKeyDefinition = "foreign key (plain_id) references plain"))
        Plain plain;
    }
}

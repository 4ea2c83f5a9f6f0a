package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ClassPathModels;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two modules of one application, the second compiled against the first one's classes, and put together at run time. */
class ModulesTest {

    private static final String START = "import jakarta.persistence.*; @Entity @dev.migratable.annotations.Migratable ";

    @TempDir
    private Path folder;

    private Workspace customers;
    private Workspace orders;

    @BeforeEach
    void modules() throws IOException {
        customers = new Workspace(folder.resolve("customers"));
        String text =
                "package customers; " + START + "public class Customer { @Id @Column(name = \"no\") String number; }";
        assertEquals(List.of(), customers.compile(List.of(customers.source("customers.Customer", text))));
        orders = new Workspace(folder.resolve("orders")).dependsOn(customers.output());
    }

    private void order(String name, String members) throws IOException {
        String text = "package orders; " + START + "public class " + name + " { @Id Long id; " + members + " }";
        assertEquals(List.of(), orders.compile(List.of(orders.source("orders." + name, text))));
    }

    /** As the runtime does. */
    private Model merged() throws IOException {
        URL[] path = {
            orders.output().toUri().toURL(), customers.output().toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            return Model.merge(ClassPathModels.load(loader));
        }
    }

    @Test
    void modulesShareTheTableOfTheirGenerators() throws IOException {
        String generated = "@Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; }";
        String visit = "package customers; " + START + "public class Visit { " + generated;
        assertEquals(List.of(), customers.compile(List.of(customers.source("customers.Visit", visit))));
        String line = "package orders; " + START + "public class Line { " + generated;
        assertEquals(List.of(), orders.compile(List.of(orders.source("orders.Line", line))));
        assertEquals(
                List.of("customer", "hibernate_sequences", "line", "visit"),
                merged().schema().tables().stream().map(t -> t.name().display()).toList());
    }

    @Test
    void modulesShareTheTypeOfAnEnumAndDisagreeOnlyAloud() throws IOException {
        String named = "@org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM) ";
        tier("GOLD, BASIC", named);
        order("Discount", named + "customers.Tier tier;"); // an enum of a class file
        assertEquals(
                List.of(new EnumType(QualifiedName.inPublic("tier"), List.of("BASIC", "GOLD"))),
                merged().schema().enumTypes());

        tier("GOLD, BASIC, PLUS", named);
        IllegalArgumentException disagreement = assertThrows(IllegalArgumentException.class, this::merged);
        assertEquals(
                "the type tier has the values BASIC, GOLD, PLUS in customers.Member and BASIC, GOLD in orders.Discount",
                disagreement.getMessage());
    }

    private void tier(String constants, String named) throws IOException {
        Path tier = customers.source("customers.Tier", "package customers; public enum Tier { " + constants + " }");
        Path member = customers.source(
                "customers.Member",
                "package customers; " + START + "public class Member { @Id Long id; " + named + "Tier tier; }");
        assertEquals(List.of(), customers.compile(List.of(tier, member)));
    }

    @Test
    void whatExtendsAnEntityOfAnotherModuleIsNotKnown() throws IOException {
        String payment = "package customers; " + START
                + "@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) public class Payment { @Id Long id; }";
        assertEquals(List.of(), customers.compile(List.of(customers.source("customers.Payment", payment))));
        order(
                "Bill",
                "@ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))"
                        + " customers.Payment payment;");
        String receipt = "package orders; " + START + "public class Receipt { @Id Long id;"
                + " @ManyToOne customers.Payment payment; }";
        List<String> messages = orders.compile(List.of(orders.source("orders.Receipt", receipt)));
        assertTrue(messages.toString().contains("[MAP07] Receipt.payment: whether"), messages.toString());
    }

    @Test
    void aForeignKeyLeadsIntoTheOtherModule() throws IOException {
        order("Orders", "@ManyToOne customers.Customer customer;");
        assertTrue(!orders.model().contains("\"name\": \"customer\""), orders.model());
        List<Table> tables = merged().schema().tables();
        assertEquals(
                List.of("customer", "orders"),
                tables.stream().map(t -> t.name().display()).sorted().toList());
        Table own = tables.stream()
                .filter(t -> t.name().name().equals("orders"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, own.foreignKeys().size());
        assertEquals("customer_no", own.columns().get(1).name());
        assertEquals(
                "customer",
                own.foreignKeys().iterator().next().referencedTable().name());
    }

    @Test
    void oneTableInTwoModulesIsRefusedWhereTheyMeet() throws IOException {
        order("Customer", "");
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, this::merged);
        assertEquals("the table customer is in customers.Customer and in orders.Customer", error.getMessage());
    }

    @Test
    void whatHasNoDescriptorIsFoundAllTheSame() throws IOException {
        orders.option("-Amigratable.descriptors=false");
        order("Orders", "@ManyToOne customers.Customer customer;");
        assertEquals(
                List.of("customer", "orders"),
                merged().schema().tables().stream().map(t -> t.name().display()).toList());
        assertTrue(Files.notExists(orders.output().resolve("orders/OrdersTable.class")));
        assertTrue(Files.notExists(orders.output().resolve("META-INF/services")));
    }

    @Test
    void aDescriptorIsFoundWhereTheIndexIsLost() throws IOException {
        order("Orders", "@ManyToOne customers.Customer customer;");
        Files.delete(customers.output().resolve("META-INF/migratable/entities.json"));
        assertEquals(
                List.of("customer", "orders"),
                merged().schema().tables().stream().map(t -> t.name().display()).toList());
    }

    @Test
    void anIndexThatCannotBeReadIsNamed() throws IOException {
        Files.writeString(customers.output().resolve("META-INF/migratable/entities.json"), "{");
        MigratableException error = assertThrows(MigratableException.class, this::merged);
        assertEquals("JSN01", error.code());
        assertTrue(
                error.getMessage().contains("customers/classes/META-INF/migratable/entities.json"), error.getMessage());
    }
}

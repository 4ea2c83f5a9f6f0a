package dev.migratable.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import dev.migratable.json.ModelJson;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.TableDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What the processor writes. */
class OutputTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final String MODEL = "META-INF/migratable/model.json";
    private static final String SERVICE = "META-INF/services/dev.migratable.schema.TableDescriptor";

    private static final List<JavaFileObject> SHOP =
            List.of(Javac.source("Customer", """
                    /** Bought something once. */
                    @Entity
                    @Migratable
                    @RenamedFrom("client")
                    @Retired({"legacy_code", "fax"})
                    @Table(indexes = @Index(columnList = "city, email DESC"))
                    @PostgresIndex(expressions = "lower(email)", columns = "city", where = "active", include = "id")
                    @AcceptRisk(rule = "MIG301", reason = "small table")
                    class Customer {
                        @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                        @RenamedFrom("mail") @Column(nullable = false, unique = true, length = 320) String email;
                        @Backfill(value = "'Rome'", reverse = "upper(city)") String city;
                        @ConvertUsing(forward = "price * 100") long price;
                        boolean active;
                        String table;
                    }
                    """), Javac.source("Orders", """
                    class Orders {
                        enum State { OPEN, DONE }

                        @Entity(name = "Order")
                        @Table(name = "orders", schema = "sales")
                        @Migratable
                        static class Order {
                            @Id @GeneratedValue Long id;
                            @ManyToOne(optional = false) Customer customer;
                            @Enumerated(EnumType.STRING) State state;
                            @Column(precision = 12, scale = 2) BigDecimal total;
                        }
                    }
                    """));

    private static void assertGolden(String name, String actual) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, name);
    }

    private static String generated(Compilation compilation, String name) throws IOException {
        JavaFileObject file = compilation.generatedSourceFile(name).orElseThrow();
        return file.getCharContent(false).toString();
    }

    @Test
    void theDescriptorsAndResourcesAreAsTheGoldenFilesSay() throws IOException {
        Compilation compilation = new Javac().compile(SHOP);
        assertThat(compilation).succeededWithoutWarnings();
        assertGolden("CustomerTable.java.txt", generated(compilation, "shop.CustomerTable"));
        assertGolden("Orders_OrderTable.java.txt", generated(compilation, "shop.Orders_OrderTable"));
        assertGolden("model.json", Outputs.text(compilation, MODEL));
        assertGolden("entities.json", Outputs.text(compilation, "META-INF/migratable/entities.json"));
        assertEquals("shop.CustomerTable\nshop.Orders_OrderTable\n", Outputs.text(compilation, SERVICE));
    }

    @Test
    void theDescriptorsSayWhatTheModelSays() throws Exception {
        Compilation compilation = new Javac().compile(SHOP);
        assertEquals(ModelJson.read(Outputs.text(compilation, MODEL), MODEL), described(compilation));
    }

    @Test
    void aFormerNameOfAnAssociationIsItsAttributesOrItsColumns() {
        for (String former : List.of("client", "client_id")) {
            Compilation compilation = new Javac().compile(Javac.source("A", """
                    @Entity @Migratable class A { @Id Long id; @RenamedFrom("%s") @ManyToOne A customer; }
                    """.formatted(former)));
            assertThat(compilation).succeeded();
            Model model = ModelJson.read(Outputs.text(compilation, MODEL), MODEL);
            Declarations.ColumnRename expected =
                    new Declarations.ColumnRename(QualifiedName.inPublic("a"), "client_id", "customer_id");
            assertEquals(List.of(expected), model.declarations().columnRenames());
        }
    }

    @Test
    void aRenameByAViewIsDeclaredAsSuch() {
        Compilation compilation = new Javac().compile(Javac.source("A", """
                @Entity @Migratable class A {
                    @Id Long id;
                    @RenamedFrom(value = "mail", strategy = RenameStrategy.ALIAS_VIEW) String email;
                }
                """));
        assertThat(compilation).succeeded();
        Declarations.ColumnRename expected = new Declarations.ColumnRename(
                QualifiedName.inPublic("a"), "mail", "email", Declarations.RenameStrategy.ALIAS_VIEW);
        assertEquals(
                List.of(expected),
                ModelJson.read(Outputs.text(compilation, MODEL), MODEL)
                        .declarations()
                        .columnRenames());
    }

    @Test
    void aTextThatLooksLikeJavacsErrorIsAText() {
        Compilation compilation = new Javac().compile(Javac.source("A", """
                @Entity @Migratable class A {
                    @Id Long id;
                    @org.hibernate.annotations.ColumnDefault("<error>") String a;
                }
                """));
        assertThat(compilation).succeededWithoutWarnings();
        assertTrue(Outputs.text(compilation, MODEL).contains("<error>"));
    }

    @Test
    void theOrderOfTheSourcesDoesNotMatter() {
        List<JavaFileObject> sources = IntStream.range(0, 12)
                .mapToObj(i -> Javac.source("E" + i, """
                        @Entity @Migratable class E%d {
                            @Id @GeneratedValue Long id;
                            @ManyToOne E%d next;
                            @Column(unique = true) String code;
                        }
                        """.formatted(i, (i + 1) % 12)))
                .collect(Collectors.toCollection(ArrayList::new));
        SortedMap<String, byte[]> first = Outputs.classOutput(new Javac().compile(sources));
        long seed = 20261121;
        Collections.shuffle(sources, new Random(seed));
        SortedMap<String, byte[]> second = Outputs.classOutput(new Javac().compile(sources));
        assertEquals(first.keySet(), second.keySet(), "seed " + seed);
        for (String path : first.keySet()) {
            assertEquals(text(first.get(path)), text(second.get(path)), path + ", seed " + seed);
        }
    }

    private static Model described(Compilation compilation) throws Exception {
        List<Model> models = new ArrayList<>();
        try (MemoryClassLoader classes = new MemoryClassLoader(compilation, OutputTest.class.getClassLoader())) {
            for (String name : Outputs.text(compilation, SERVICE).lines().toList()) {
                Class<?> type = Class.forName(name, true, classes);
                models.add(((TableDescriptor) type.getConstructor().newInstance()).model());
            }
        }
        return Model.merge(models);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aBigEntityIsWrittenAndCompiles() throws Exception {
        String attributes = IntStream.range(0, 700)
                .mapToObj(i -> "@Column(unique = true, columnDefinition = \"text default 'value of %d'\") String a%d;"
                        .formatted(i, i))
                .collect(Collectors.joining("\n"));
        Compilation compilation = new Javac()
                .compile(Javac.source("Big", "@Entity @Migratable class Big { @Id long id; " + attributes + "}"));
        assertThat(compilation).succeededWithoutWarnings();
        assertEquals(ModelJson.read(Outputs.text(compilation, MODEL), MODEL), described(compilation));
    }

    @Test
    void whateverIsInATextIsInTheDescriptor() throws Exception {
        String odd = "\\\"\\\"\\\" \\\\ \\u00e9\\u2028\\ud83d\\ude00\\t\\n  two \\\\n spaces  ";
        Compilation compilation =
                new Javac().compile(Javac.source("A", """
                @Entity @Migratable class A {
                    @Id Long id;
                    @org.hibernate.annotations.Comment("%s") String a;
                    @org.hibernate.annotations.ColumnDefault("'%s'") String b;
                }
                """.formatted(odd, "long \\\\ ".repeat(8_000))));
        assertThat(compilation).succeeded();
        assertEquals(ModelJson.read(Outputs.text(compilation, MODEL), MODEL), described(compilation));
    }

    @Test
    void namesTooLongForPostgresAreCutAndStayDifferent() {
        String name = "a".repeat(70);
        Compilation compilation = new Javac().compile(Javac.source("Long", """
                @Entity @Migratable @Table(name = "t%s", uniqueConstraints = {
                    @UniqueConstraint(columnNames = {"b", "c"}), @UniqueConstraint(columnNames = {"c", "b"})})
                class Long { @Id long id; String b; String c; }
                """.formatted(name)));
        assertThat(compilation).succeeded();
        Model model = ModelJson.read(Outputs.text(compilation, MODEL), MODEL);
        List<String> names = model.schema().tables().get(0).uniqueConstraints().stream()
                .map(u -> u.name())
                .toList();
        assertEquals(2, names.stream().distinct().count());
        names.forEach(
                n -> assertTrue(n.length() <= 63 && n.toLowerCase(Locale.ROOT).endsWith("_key"), n));
    }

    @Test
    void aCompilationWithoutEntitiesWritesNothing() {
        Compilation compilation = new Javac().compile(Javac.source("Plain", "class Plain {}"));
        assertThat(compilation).succeededWithoutWarnings();
        assertEquals(
                List.of("shop/Plain.class"),
                List.copyOf(Outputs.classOutput(compilation).keySet()));
    }
}

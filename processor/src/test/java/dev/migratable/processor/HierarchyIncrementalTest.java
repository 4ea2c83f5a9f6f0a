package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiling some of the classes of a hierarchy over what a compilation of all of them left. */
class HierarchyIncrementalTest {

    private static final String ROOT = "@Entity @Migratable class Vehicle { @Id Long id; }";
    private static final String CAR = "@Entity @Migratable class Car extends Vehicle { Integer doors; }";
    private static final String BIKE = "@Entity @Migratable class Bike extends Vehicle { String frame; }";

    @TempDir
    Path folder;

    private Path sources;
    private Path output;

    @BeforeEach
    void singleTable() throws IOException {
        sources = Files.createDirectories(folder.resolve("src"));
        output = Files.createDirectories(folder.resolve("out"));
        write("Vehicle", ROOT);
        write("Car", CAR);
        write("Bike", BIKE);
        assertEquals("", compile("Vehicle", "Car", "Bike"));
    }

    private void write(String type, String text) throws IOException {
        String start = "package shop; import jakarta.persistence.*; import dev.migratable.annotations.*;\n";
        Files.writeString(sources.resolve(type + ".java"), start + text);
    }

    private String compile(String... types) throws IOException {
        return compile(List.of(output), types);
    }

    /** Returns what the compiler said. */
    private String compile(List<Path> before, String... types) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            List<Path> classPath = Stream.concat(
                            before.stream(),
                            Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                                    .map(Path::of))
                    .toList();
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<Path> paths =
                    Stream.of(types).map(t -> sources.resolve(t + ".java")).toList();
            JavaCompiler.CompilationTask task =
                    compiler.getTask(said, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
            task.setProcessors(List.of(new MigratableProcessor()));
            task.call();
        }
        return said.toString();
    }

    private List<Table> tables() throws IOException {
        String path = "META-INF/migratable/model.json";
        return ModelJson.read(Files.readString(output.resolve(path)), path)
                .schema()
                .tables();
    }

    private List<String> columns(String table) throws IOException {
        return tables().stream()
                .filter(t -> t.name().name().equals(table))
                .flatMap(t -> t.columns().stream())
                .map(c -> c.name())
                .toList();
    }

    /** The descriptor says what the model says; it is read as text, for its class is another one each time. */
    private boolean isDescribed(String column) throws IOException {
        return new String(Files.readAllBytes(output.resolve("shop/VehicleTable.class")), StandardCharsets.ISO_8859_1)
                .contains(column);
    }

    private List<String> providers() throws IOException {
        return Files.readAllLines(output.resolve("META-INF/services/dev.migratable.schema.TableDescriptor"));
    }

    @Test
    void allOfAHierarchyIsOneTableWithOneDescriptor() throws IOException {
        assertEquals(List.of("id", "frame", "doors", "dtype"), columns("vehicle"));
        assertEquals(List.of("shop.VehicleTable"), providers());
    }

    @Test
    void theRootAloneKeepsItsSubclasses() throws IOException {
        write("Vehicle", "@Entity @Migratable class Vehicle { @Id Long id; String name; }");
        assertEquals("", compile("Vehicle"));
        assertEquals(List.of("id", "name", "frame", "doors", "dtype"), columns("vehicle"));
    }

    @Test
    void aSubclassAloneChangesTheTableOfTheRoot() throws IOException {
        write("Car", "@Entity @Migratable class Car extends Vehicle { Integer seats; }");
        assertEquals("", compile("Car"));
        assertEquals(List.of("id", "frame", "seats", "dtype"), columns("vehicle"));
        assertTrue(isDescribed("seats"));
        assertEquals(1, tables().size());
    }

    @Test
    void aNewSubclassAloneIsAdded() throws IOException {
        write("Boat", "@Entity @Migratable class Boat extends Car { Integer masts; }");
        assertEquals("", compile("Boat"));
        assertEquals(List.of("id", "frame", "doors", "masts", "dtype"), columns("vehicle"));
        assertTrue(tables().get(0).checkConstraints().get(0).expression().contains("'Boat'"));
        assertTrue(isDescribed("masts"));
    }

    @Test
    void aSubclassThatIsGoneIsRemovedWhateverIsCompiled() throws IOException {
        write("Other", "@Entity @Migratable class Other { @Id Long id; }");
        Files.delete(output.resolve("shop/Bike.class"));
        assertEquals("", compile("Other"));
        assertEquals(List.of("id", "doors", "dtype"), columns("vehicle"));
        assertEquals(List.of("shop.OtherTable", "shop.VehicleTable"), providers());
        Files.delete(output.resolve("shop/Car.class"));
        assertEquals("", compile("Other"));
        assertEquals(List.of("id"), columns("vehicle"));
    }

    @Test
    void aSubclassThatIsNoneAnyMoreHasATableOfItsOwn() throws IOException {
        write("Car", "@Entity @Migratable class Car { @Id Long id; }");
        assertEquals("", compile("Car"));
        assertEquals(List.of("id", "frame", "dtype"), columns("vehicle"));
        assertEquals(List.of("id"), columns("car"));
        write("Car", CAR);
        assertEquals("", compile("Car"));
        assertEquals(List.of("id", "frame", "doors", "dtype"), columns("vehicle"));
        assertEquals(List.of("shop.VehicleTable"), providers());
    }

    @Test
    void theModelIsTheSameInWhateverOrderItCameAbout() throws IOException {
        String all = Files.readString(output.resolve("META-INF/migratable/entities.json"));
        write("Bike", BIKE.replace("frame", "other"));
        assertEquals("", compile("Bike"));
        write("Bike", BIKE);
        assertEquals("", compile("Bike"));
        assertEquals("", compile("Car"));
        assertEquals(all, Files.readString(output.resolve("META-INF/migratable/entities.json")));
    }

    @Test
    void aSubclassThatCannotBeSeenIsAnErrorAndNotForgotten() throws IOException {
        String said = compile(List.of(), "Vehicle");
        assertTrue(said.contains("[MAP08] Vehicle: its subclass shop.Bike was compiled earlier"), said);
        assertTrue(said.contains("class path"), said);
    }

    @Test
    void aSubclassOfARootInAnotherModuleIsAnError() throws IOException {
        Path library = output;
        output = Files.createDirectories(folder.resolve("app"));
        String said = compile(List.of(library), "Car");
        assertTrue(said.contains("[MAP08] Car: it changes the table of Vehicle, which was compiled elsewhere"), said);
        assertTrue(said.contains("JOINED"), said);
    }

    @Test
    void joinedAndTablePerClassWorkAcrossModules() throws IOException {
        output = Files.createDirectories(folder.resolve("library"));
        write("Base", "@MappedSuperclass abstract class Base { @Id @GeneratedValue Long id; }");
        write("Part", "@Embeddable class Part { String label; }");
        write(
                "Top",
                "@Entity @Migratable @Inheritance(strategy = InheritanceType.JOINED) class Top extends Base { Part part; }");
        write(
                "Each",
                "@Entity @Migratable @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) abstract class Each extends"
                        + " Base { Part part; @ManyToOne Top top; }");
        write("Some", "@Entity @Migratable class Some extends Each {}");
        assertEquals("", compile("Base", "Part", "Top", "Each", "Some"));
        Path library = output;
        output = Files.createDirectories(folder.resolve("app"));
        write("Below", "@Entity @Migratable class Below extends Top { int size; @ManyToOne Each each; }");
        write(
                "Every",
                "@Entity @Migratable class Every extends Each { @Embedded Part part2; }"
                        .replace(
                                "@Embedded",
                                "@Embedded @AttributeOverride(name = \"label\", column = @Column(name = \"label2\"))"));
        write("Plain", "@Entity @Migratable class Plain extends Base { Part part; }");
        assertEquals("", compile(List.of(library), "Below", "Every", "Plain"));
        assertEquals(List.of("id", "size", "each_id"), columns("below"));
        assertEquals(List.of("id", "label", "top_id", "label2"), columns("every"));
        assertEquals(List.of("id", "label"), columns("plain"));
        List<String> keys = tables().stream()
                .flatMap(t -> t.foreignKeys().stream()
                        .map(k -> t.name().name() + " " + k.referencedTable().name()))
                .toList();
        assertEquals(List.of("below top", "every top"), keys);
        write("More", "@Entity @Migratable class More extends Some {}");
        String said = compile(List.of(library), "More");
        assertTrue(said.contains("[MAP08] More: it extends Some, which was compiled elsewhere"), said);
    }

    @Test
    void aFirstSubclassOfATablePerClassEntityTakesTheForeignKeysAwayThatReferenceIt() throws IOException {
        write(
                "Each",
                "@Entity @Migratable @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) class Each { @Id Long id; }");
        write("Leaf", "@Entity @Migratable class Leaf extends Each {}");
        write("User", "@Entity @Migratable class User { @Id Long id; @ManyToOne Leaf leaf; }");
        assertEquals("", compile("Each", "Leaf", "User"));
        assertEquals(1, tables().stream().mapToInt(t -> t.foreignKeys().size()).sum());
        write("Twig", "@Entity @Migratable class Twig extends Leaf {}");
        assertEquals("", compile("Twig"));
        assertEquals(0, tables().stream().mapToInt(t -> t.foreignKeys().size()).sum());
        Files.delete(output.resolve("shop/Twig.class"));
        assertEquals("", compile("Vehicle"));
        assertEquals(1, tables().stream().mapToInt(t -> t.foreignKeys().size()).sum());
    }

    @Test
    void aFindingIsOnTheAttributeOfTheSubclass() throws IOException {
        Path baseline = output.resolve("META-INF/migratable/baseline.json");
        Files.copy(output.resolve("META-INF/migratable/model.json"), baseline);
        write("Car", "@Entity @Migratable class Car extends Vehicle {\n Long doors; }");
        String said = compile("Car");
        assertTrue(said.contains("Car.java:3: "), said);
        assertTrue(said.contains(" Car.doors (vehicle.doors): "), said);
    }
}

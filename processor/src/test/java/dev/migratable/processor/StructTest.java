package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Composite types of a module: against its baseline, and among modules. */
class StructTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = new Workspace(folder.resolve("one"));
    }

    private static List<Path> house(Workspace workspace, String attributes) throws IOException {
        return List.of(
                workspace.source("shop.Address", """
                        package shop;
                        import jakarta.persistence.*;
                        @Embeddable @org.hibernate.annotations.Struct(name = "address")
                        public record Address(%s) {}
                        """.formatted(attributes)), workspace.source("shop.House", """
                        package shop;
                        import jakarta.persistence.*;
                        @Entity @dev.migratable.annotations.Migratable
                        public class House {
                            @Id Long id;
                            Address address;
                        }
                        """));
    }

    private static Model model(Workspace workspace) throws IOException {
        return ModelJson.read(workspace.model(), "model.json");
    }

    @Test
    void attributesAreCheckedAgainstTheBaseline() throws IOException {
        assertEquals(List.of(), workspace.compile(house(workspace, "String street, int number")));
        Path baseline = Files.writeString(folder.resolve("baseline.json"), workspace.model());
        workspace.option("-Amigratable.baseline=" + baseline);
        List<String> added = workspace.compile(house(workspace, "String street, int number, String zip"));
        assertEquals(1, added.size(), added::toString);
        assertTrue(
                added.get(0)
                        .startsWith(
                                "WARNING [MIG519] House.address (address): is to have the attributes number integer,"
                                        + " street character varying(255), zip character varying(255) instead of"),
                added::toString);
        assertTrue(added.get(0).contains("@ConvertUsing"), added::toString);
        assertEquals(List.of(), workspace.compile(house(workspace, "int number, String street")), "they are sorted");
    }

    @Test
    void modulesShareATypeAndDisagreeOnlyAloud() throws IOException {
        Workspace other = new Workspace(folder.resolve("two"));
        workspace.compile(house(workspace, "String street"));
        other.compile(house(other, "String street"));
        Model one = model(workspace);
        Model renamed = new Model(one.schema().withTables(List.of()), one.declarations());
        Model merged = Model.merge(Map.of("one", renamed, "two", model(other)));
        assertEquals(
                List.of("street character varying(255)"),
                merged.schema().compositeTypes().stream()
                        .map(CompositeType::describe)
                        .toList());

        other.compile(house(other, "int street"));
        Model different = model(other);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Model.merge(new TreeMap<>(Map.of("one", renamed, "two", different))))
                .getMessage();
        assertEquals(
                "the type address has the attributes street character varying(255) in one and street integer in two",
                message);
    }
}

package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Hibernate makes beside tables is in the model, or it is said that somebody has to create it. */
class UnownedTest {

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void project() throws IOException {
        workspace = new Workspace(folder);
    }

    private Path entity(String name, String onClass) throws IOException {
        return workspace.source(
                "shop." + name,
                "package shop; import jakarta.persistence.*; @Entity @dev.migratable.annotations.Migratable " + onClass
                        + " public class " + name + " { @Id Long id; }");
    }

    @Test
    void allViewsAreNamedInOneWarning() throws IOException {
        String view = "@org.hibernate.annotations.View(query = \"select id from customer\")";
        List<String> messages =
                workspace.compile(List.of(entity("Summary", view), entity("Report", view), entity("Customer", "")));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(
                messages.get(0).startsWith("WARNING [MAP19] the rows of Report, Summary are those of a @View"),
                messages::toString);
        assertTrue(workspace.model().contains("\"customer\""));
        assertFalse(workspace.model().contains("summary"));
    }

    @Test
    void theWarningCanBeAnError() throws IOException {
        String view = "@org.hibernate.annotations.View(query = \"select 1 as id\")";
        workspace.option("-Amigratable.level.MAP19=error");
        assertTrue(workspace.compile(List.of(entity("Summary", view))).get(0).startsWith("ERROR [MAP19]"));
    }

    @Test
    void theWarningCanBeSilenced() throws IOException {
        String view = "@org.hibernate.annotations.View(query = \"select 1 as id\")";
        workspace.option("-Amigratable.level.MAP19=off");
        assertEquals(List.of(), workspace.compile(List.of(entity("Summary", view))));
    }

    private Path thing(String colors) throws IOException {
        return workspace.source("shop.Thing", """
                package shop;
                import jakarta.persistence.*;
                import org.hibernate.annotations.JdbcTypeCode;
                import org.hibernate.type.SqlTypes;
                @Entity @dev.migratable.annotations.Migratable
                public class Thing {
                    enum Color { %s }
                    enum Size { SMALL, LARGE }
                    @Id Long id;
                    @JdbcTypeCode(SqlTypes.NAMED_ENUM) Color color;
                    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM) Size size;
                    @JdbcTypeCode(SqlTypes.NAMED_ENUM) Color other;
                }
                """.formatted(colors));
    }

    @Test
    void typesOfEnumsAreInTheModel() throws IOException {
        assertEquals(List.of(), workspace.compile(List.of(thing("RED, GREEN"))));
        assertTrue(workspace.model().contains("{\"name\": \"color\", \"type\": \"public.color\"}"), workspace.model());
        assertTrue(workspace.model().contains("""
                  "enumTypes": [
                    {"type": "color", "labels": ["GREEN", "RED"]},
                    {"type": "size", "labels": ["SMALL", "LARGE"]}
                  ]
                """), workspace.model());
    }

    @Test
    void aTypeWhoseValuesNobodyKnowsIsNamed() throws IOException {
        Path entity = workspace.source("shop.Thing", """
                package shop;
                import jakarta.persistence.*;
                import org.hibernate.annotations.JdbcTypeCode;
                import org.hibernate.type.SqlTypes;
                @Entity @dev.migratable.annotations.Migratable
                public class Thing {
                    enum Color { RED("r"); @EnumeratedValue final String letter; Color(String l) { letter = l; } }
                    @Id Long id;
                    @JdbcTypeCode(SqlTypes.NAMED_ENUM) @Column(columnDefinition = "color")
                    @org.hibernate.annotations.Check(constraints = "color in ('r')") Color color;
                }
                """);
        List<String> messages = workspace.compile(List.of(entity));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(
                messages.get(0).startsWith("WARNING [MAP20] Hibernate makes types of shop.Thing.Color,"),
                messages::toString);
        assertFalse(workspace.model().contains("enumTypes"), workspace.model());
    }

    @Test
    void constantsAreCheckedAgainstTheBaseline() throws IOException {
        workspace.compile(List.of(thing("RED, GREEN, WHITE")));
        Path baseline = Files.writeString(folder.resolve("baseline.json"), workspace.model());
        workspace.option("-Amigratable.baseline=" + baseline);
        workspace.option("-implicit:none");
        List<String> added = workspace.compile(List.of(thing("RED, GREEN, BLUE, WHITE")));
        assertEquals(1, added.size(), added::toString);
        assertTrue(
                added.get(0).startsWith("WARNING [MIG412] Thing.color (color): has the value BLUE from now on"),
                added::toString);
        List<String> removed = workspace.compile(List.of(thing("RED, GREEN")));
        assertEquals(1, removed.size(), removed::toString);
        assertTrue(
                removed.get(0).startsWith("ERROR [MIG518] Thing.color (color): is to lose the value WHITE"),
                removed::toString);
        assertTrue(removed.get(0).contains("@ConvertUsing"), removed::toString);
        assertEquals(List.of(), workspace.compile(List.of(thing("WHITE, GREEN, RED"))), "they are sorted by name");
    }
}

package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code @View}, and the type that Hibernate makes of an enum, are not in the model, and that somebody has to create them is said. */
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

    @Test
    void allTypesAreNamedInOneWarning() throws IOException {
        Path entity = workspace.source("shop.Thing", """
                package shop;
                import jakarta.persistence.*;
                import org.hibernate.annotations.JdbcTypeCode;
                import org.hibernate.type.SqlTypes;
                @Entity @dev.migratable.annotations.Migratable
                public class Thing {
                    enum Color { RED, GREEN }
                    enum Size { SMALL, LARGE }
                    @Id Long id;
                    @JdbcTypeCode(SqlTypes.NAMED_ENUM) Color color;
                    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM) Size size;
                    @JdbcTypeCode(SqlTypes.NAMED_ENUM) Color other;
                }
                """);
        List<String> messages = workspace.compile(List.of(entity));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).startsWith("WARNING [MAP20] Hibernate makes types of enums"), messages::toString);
        String statements =
                "(CREATE TYPE color AS ENUM ('GREEN', 'RED'); CREATE TYPE size AS ENUM ('SMALL', 'LARGE'); later";
        assertTrue(messages.get(0).contains(statements), messages::toString);
        assertTrue(workspace.model().contains("{\"name\": \"color\", \"type\": \"public.color\"}"), workspace.model());
    }
}

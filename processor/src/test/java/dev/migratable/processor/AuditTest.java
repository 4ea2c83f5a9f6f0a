package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That Envers has tables of its own is said once, and never where there are none. */
class AuditTest {

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path audited;

    @BeforeEach
    void project() throws IOException {
        workspace = new Workspace(folder);
        audited = workspace.source(
                "org.hibernate.envers.Audited", "package org.hibernate.envers; public @interface Audited {}");
    }

    private Path entity(String name, String onClass, String onAttribute) throws IOException {
        return workspace.source(
                "shop." + name,
                "package shop; import jakarta.persistence.*; @Entity @dev.migratable.annotations.Migratable " + onClass
                        + " public class " + name + " { @Id Long id; " + onAttribute + " String name; }");
    }

    @Test
    void allEntitiesAreNamedInOneWarning() throws IOException {
        List<String> messages = workspace.compile(List.of(
                audited,
                entity("Customer", "@org.hibernate.envers.Audited", ""),
                entity("Article", "", "@org.hibernate.envers.Audited"),
                entity("Country", "", "")));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(
                messages.get(0)
                        .startsWith(
                                "WARNING [MAP18] Hibernate Envers keeps the history of Article, Customer in tables that are"
                                        + " not in the model (Article_AUD, REVINFO)"),
                messages::toString);
        assertTrue(workspace.model().contains("\"customer\""));
    }

    @Test
    void theWarningCanBeSilenced() throws IOException {
        workspace.option("-Amigratable.level.MAP18=off");
        assertEquals(
                List.of(),
                workspace.compile(List.of(audited, entity("Customer", "@org.hibernate.envers.Audited", ""))));
    }

    @Test
    void nothingIsSaidWithoutIt() throws IOException {
        assertEquals(List.of(), workspace.compile(List.of(audited, entity("Customer", "", ""))));
    }
}

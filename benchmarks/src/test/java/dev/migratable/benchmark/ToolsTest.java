package dev.migratable.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import org.junit.jupiter.api.Test;

class ToolsTest {

    private static String path(String... entries) {
        return String.join(File.pathSeparator, entries);
    }

    @Test
    void noVariantSeesTheProcessorOfAnother() {
        Tools tools = new Tools(path(
                "classes",
                "migratable-processor-1.jar",
                "migratable-annotations-1.jar",
                "migratable-diff-engine-1.jar",
                "hibernate-processor-7.jar",
                "jakarta.persistence-api-3.jar"));
        assertEquals("classes", tools.benchmark());
        assertEquals(
                path("migratable-annotations-1.jar", "migratable-diff-engine-1.jar", "jakarta.persistence-api-3.jar"),
                tools.entities());
        assertEquals(
                path("migratable-processor-1.jar", "migratable-annotations-1.jar", "migratable-diff-engine-1.jar"),
                tools.ours());
        assertEquals(path("hibernate-processor-7.jar", "jakarta.persistence-api-3.jar"), tools.hibernate());
    }
}

package dev.migratable.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntitySourcesTest {

    @Test
    void theFormerVersionDiffersInOneEntityOfFifty(@TempDir Path folder) throws Exception {
        List<Path> now = new EntitySources(60, false).write(folder.resolve("now"));
        List<Path> former = new EntitySources(60, true).write(folder.resolve("former"));
        assertEquals(60 + 2 * 3, now.size());
        assertEquals(now.size(), former.size());
        int different = 0;
        for (int i = 0; i < now.size(); i++) {
            different += Files.readString(now.get(i)).equals(Files.readString(former.get(i))) ? 0 : 1;
        }
        assertEquals(2, different);
        assertTrue(Files.readString(now.get(3)).contains("class Entity0 extends Audited"));
        assertNotEquals(Files.readString(now.get(3)), Files.readString(former.get(3)));
    }
}

package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.Model;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {

    private static final Model CUSTOMER = model(table("customer", id(), column("email", "varchar(100)")));
    private static final Model ORDER = model(table("shop.purchase", id()));

    @TempDir
    private Path dir;

    private static byte[] bytes(Model model) {
        return ModelJson.write(model).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private String error(Path source) {
        return Cli.run("snapshot", source.toString()).exits(1).errorLine();
    }

    @Test
    void aModelFileASnapshotAndItsCopyAreTheSameBytes() throws IOException {
        Path file = Models.write(dir.resolve("model.json"), CUSTOMER);
        Path copy = dir.resolve("copy.json");
        assertEquals(
                Files.readString(file),
                Cli.run("snapshot", file.toString()).exits(0).out());
        Cli.Result written =
                Cli.run("snapshot", file.toString(), "-o", copy.toString()).exits(0);
        assertEquals("", written.out());
        assertEquals("wrote " + copy + System.lineSeparator(), written.err());
        assertEquals(Files.readString(file), Files.readString(copy));
        try (var files = Files.list(dir)) {
            assertEquals(2, files.count(), "no half-written file stays");
        }
    }

    @Test
    void aModuleIsADirectoryOfClassesOrTheDirectoryAboveIt() {
        Models.write(dir.resolve("shop/target/classes/META-INF/migratable/model.json"), CUSTOMER);
        String expected = ModelJson.write(CUSTOMER);
        assertEquals(
                expected,
                Cli.run("snapshot", dir.resolve("shop").toString()).exits(0).out());
        assertEquals(
                expected,
                Cli.run("snapshot", dir.resolve("shop/target/classes").toString())
                        .exits(0)
                        .out());
    }

    @Test
    void anExecutableJarGivesTheModelsOfAllModulesInIt() throws IOException {
        Map<String, byte[]> library = Map.of(SourceReader.MODEL, bytes(ORDER));
        Map<String, byte[]> app = new LinkedHashMap<>();
        app.put("BOOT-INF/classes/" + SourceReader.MODEL, bytes(CUSTOMER));
        app.put("BOOT-INF/lib/purchase.jar", zip(library));
        app.put("BOOT-INF/lib/other.jar", zip(Map.of("readme", new byte[0])));
        Path jar = Files.write(dir.resolve("app.jar"), zip(app));
        Model both = model(table("customer", id(), column("email", "varchar(100)")), table("shop.purchase", id()));
        assertEquals(
                ModelJson.write(both),
                Cli.run("snapshot", jar.toString()).exits(0).out());
    }

    @Test
    void aPlainJarGivesItsModel() throws IOException {
        Path jar = Files.write(dir.resolve("m.jar"), zip(Map.of(SourceReader.MODEL, bytes(ORDER))));
        assertEquals(
                ModelJson.write(ORDER),
                Cli.run("snapshot", jar.toString()).exits(0).out());
    }

    @Test
    void modulesWithoutAModelSaySo() throws IOException {
        String directory = error(dir);
        assertTrue(directory.startsWith("CLI02 " + dir + ": there is no META-INF/migratable/model.json"), directory);
        Path jar = Files.write(dir.resolve("empty.jar"), zip(Map.of("readme", new byte[0])));
        assertTrue(error(jar).startsWith("CLI02 " + jar + ": there is no"), error(jar));
    }

    @Test
    void modulesThatMapOneTableTwiceSaySo() throws IOException {
        Map<String, byte[]> app = new LinkedHashMap<>();
        app.put("WEB-INF/classes/" + SourceReader.MODEL, bytes(ORDER));
        app.put("WEB-INF/lib/purchase.jar", zip(Map.of(SourceReader.MODEL, bytes(ORDER))));
        Path war = Files.write(dir.resolve("app.war"), zip(app));
        String line = error(war);
        assertTrue(line.startsWith("CLI02 " + war + ": its modules do not fit together"), line);
        assertTrue(line.contains("shop.purchase"), line);
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Path missing = dir.resolve("missing.json");
        assertTrue(error(missing).startsWith("CLI01 " + missing + ": there is no such file"), error(missing));
        Path latin = Files.write(dir.resolve("latin.json"), new byte[] {'"', (byte) 0xE4, '"'});
        assertTrue(error(latin).contains(latin + ": cannot be read: it is not UTF-8 text"), error(latin));
        Path text = Files.writeString(dir.resolve("text.json"), "tables:\n  customer\n");
        assertTrue(error(text).contains(text.toString()), error(text));
        Path noJar = Files.writeString(dir.resolve("no.jar"), "no jar");
        assertTrue(error(noJar).startsWith("CLI01 " + noJar + ": cannot be read"), error(noJar));
        Path other = Files.writeString(dir.resolve("notes.txt"), "");
        assertTrue(error(other).startsWith("CLI03 " + other), error(other));
    }

    @Test
    void jsonThatIsNoModelIsNamed() throws IOException {
        Path array = Files.writeString(dir.resolve("array.json"), "[1, 2]\n");
        assertTrue(error(array).contains(array.toString()), error(array));
        Path other = Files.writeString(dir.resolve("package.json"), "{\"name\": \"shop\"}\n");
        assertTrue(error(other).contains(other.toString()), error(other));
        Path member = Files.writeString(dir.resolve("member.json"), "{\"format\": 1, \"tabels\": []}\n");
        assertTrue(error(member).contains(member.toString()), error(member));
        assertTrue(error(member).contains("tabels"), error(member));
        Path later = Files.writeString(dir.resolve("later.json"), "{\"format\": 99}\n");
        assertTrue(error(later).contains("99"), error(later));
    }

    @Test
    void aChangelogNeedsAServerToBeReplayedOn() throws IOException {
        Path root = Files.writeString(dir.resolve("db.changelog-root.yaml"), "databaseChangeLog: []\n");
        for (Path source : List.of(root, dir)) {
            assertTrue(
                    error(source).startsWith("CLI09 " + dir + ": a changelog is replayed into a database"),
                    error(source));
        }
        Path other = Files.writeString(dir.resolve("changelog.xml"), "<databaseChangeLog/>");
        assertTrue(error(other).startsWith("CLI03 " + other + ": of changelogs only those with"), error(other));
    }

    @Test
    void databasesThatAreNotPostgresqlAreRefusedWithoutTheirPassword() {
        Cli.Result result = Cli.run("snapshot", "jdbc:mysql://u:s3cret@h/d?password=s3cret");
        assertTrue(result.exits(1).errorLine().startsWith("CLI03 jdbc:mysql://u:***@h/d"), result.err());
        assertFalse(result.err().contains("s3cret"), result.err());
    }

    @Test
    void aUrlThatIsNotForJdbcIsToldHowToBeWritten() {
        assertEquals(
                "CLI03 postgresql://u:***@h/d: this is no JDBC URL."
                        + " Write jdbc:postgresql://host:port/database?user=NAME.",
                Cli.run("snapshot", "postgresql://u:s3cret@h/d").exits(1).errorLine());
        assertTrue(Cli.run("snapshot", "").exits(1).errorLine().startsWith("CLI01 '': this names no source"));
    }

    @Test
    void whereAFileCannotBeWrittenIsNamed() {
        Path file = Models.write(dir.resolve("model.json"), CUSTOMER);
        Path target = dir.resolve("nowhere/model.json");
        String line = Cli.run("snapshot", file.toString(), "-o", target.toString())
                .exits(1)
                .errorLine();
        assertTrue(line.startsWith("CLI07 " + target + ": cannot be written"), line);
    }

    @Test
    void debugAddsTheStackTraceBehindTheLine() {
        Cli.Result result = Cli.run(
                        "--debug", "snapshot", dir.resolve("missing.json").toString())
                .exits(1);
        assertTrue(result.err().lines().findFirst().orElseThrow().startsWith("CLI01 "), result.err());
        assertTrue(result.err().contains("\tat dev.migratable.cli."), result.err());
    }
}

package dev.migratable.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HibernateSourceTest {

    @TempDir
    private Path dir;

    @Test
    void hibernateSaysWhatItWouldCreate() throws IOException {
        String source = "hibernate:" + Customers.compile(dir);
        String model = Cli.run("snapshot", source).exits(0).out();
        assertEquals(List.of("emailaddress", "id"), columns(model));
        String snakeCase = Cli.run(
                        "snapshot",
                        source,
                        "--hibernate-setting",
                        "hibernate.physical_naming_strategy="
                                + "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
                .exits(0)
                .out();
        assertEquals(List.of("email_address", "id"), columns(snakeCase));
    }

    @Test
    void aModuleIsTheDirectoryAboveItsClasses() throws IOException {
        Path module = Files.createDirectories(dir.resolve("shop/target/classes"));
        Customers.compile(module);
        Path desired = Files.writeString(
                dir.resolve("desired.json"),
                Cli.run("snapshot", "hibernate:" + module).exits(0).out());
        Cli.Result diff = Cli.run(
                        "diff", "--from", "hibernate:" + dir.resolve("shop"), "--to", desired.toString(), "--exit-code")
                .exits(0);
        assertTrue(diff.out().contains("no differences"), diff.out());
    }

    @Test
    void whatIsDeclaredComesFromTheModuleSModel() throws IOException {
        Path classes = Customers.compile(dir);
        String model = Cli.run("snapshot", "hibernate:" + classes).exits(0).out();
        Path before = Files.writeString(dir.resolve("before.json"), model.replace("emailaddress", "email"));
        Files.createDirectories(classes.resolve("META-INF/migratable"));
        Files.writeString(
                classes.resolve(SourceReader.MODEL),
                Cli.run("snapshot", "hibernate:" + classes).exits(0).out());
        String unsaid = diff(before, classes);
        assertTrue(unsaid.contains("drop column"), unsaid);
        Files.writeString(
                classes.resolve(SourceReader.MODEL),
                ModelJson.write(Customers.renamed(ModelJson.read(model, "model"))));
        String said = diff(before, classes);
        assertTrue(said.contains("rename column"), said);
    }

    private static String diff(Path before, Path classes) {
        return Cli.run("diff", "--from", before.toString(), "--to", "hibernate:" + classes)
                .exits(0)
                .out();
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        String missing =
                Cli.run("snapshot", "hibernate:" + dir.resolve("none")).exits(1).errorLine();
        assertTrue(missing.startsWith("CLI01 hibernate:" + dir.resolve("none") + ": there is no such"), missing);
        String empty = Cli.run("snapshot", "hibernate:" + dir).exits(1).errorLine();
        assertTrue(empty.startsWith("CLI02 " + dir + ": there is no @Entity in it"), empty);
        Path text = Files.writeString(dir.resolve("a.txt"), "");
        String other = Cli.run("snapshot", "hibernate:" + text).exits(1).errorLine();
        assertTrue(other.startsWith("CLI03 hibernate:" + text), other);
        String entry = Cli.run("snapshot", "hibernate:" + Customers.compile(dir), "--classpath", "missing.jar")
                .exits(1)
                .errorLine();
        assertTrue(entry.startsWith("CLI01 missing.jar: this entry of --classpath does not exist"), entry);
    }

    private static List<String> columns(String model) {
        return ModelJson.read(model, "snapshot").schema().tables().get(0).columns().stream()
                .map(column -> column.name())
                .sorted()
                .toList();
    }
}

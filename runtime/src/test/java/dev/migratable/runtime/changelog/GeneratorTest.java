package dev.migratable.runtime.changelog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.classify.Evidence;
import dev.migratable.classify.Finding;
import dev.migratable.json.ModelJson;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Generated;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final QualifiedName CUSTOMER = QualifiedName.inPublic("customer");

    @TempDir
    private Path directory = Path.of("");

    private static Model model(Column... more) {
        Column id = Column.of("id", SqlType.parse("bigint"), false);
        List<Column> columns = new ArrayList<>(List.of(id));
        columns.addAll(List.of(more));
        Table table = Table.of(CUSTOMER, columns, Optional.of(PrimaryKey.of("customer_pkey", List.of("id"))));
        return new Model(new Schema(List.of(table), List.of()), Declarations.NONE);
    }

    private GenerateResult generate(String slug, Schema from, Model to) {
        Path changelog = directory.resolve("db");
        return Generator.generate(
                new GenerateRequest(changelog, slug, from, to, Optional.of(directory.resolve("baseline.json"))));
    }

    @Test
    void numbersMigrationsAndMovesTheBaselineAlong() throws IOException {
        Model first = model();
        Model second = model(Column.of("name", SqlType.parse("text"), true));
        MigrationPlan one = generate("create", Schema.EMPTY, first).plan().orElseThrow();
        MigrationPlan two = generate("add_name", first.schema(), second).plan().orElseThrow();

        assertEquals("0001_create", one.id());
        assertEquals("0002_add_name", two.id());
        assertEquals(one.toFingerprint(), two.fromFingerprint());
        assertEquals(List.of(one, two), ChangelogReader.read(directory.resolve("db")));
        assertEquals(second, ModelJson.read(Files.readString(directory.resolve("baseline.json")), "baseline.json"));
        assertEquals("""
                databaseChangeLog:
                  - include: { file: 0001_create/expand.sql, relativeToChangelogFile: true }
                  - include: { file: 0002_add_name/expand.sql, relativeToChangelogFile: true }
                """, Files.readString(directory.resolve("db").resolve("db.changelog-root.yaml")));
    }

    @Test
    void judgesByWhatTheServerKnows() {
        Column twice = Column.of("twice", SqlType.parse("bigint"), true)
                .withGenerated(Optional.of(new Generated("id * 2", false)));
        List<String> reasons = Stream.of(17, 18)
                .flatMap(version -> Generator.judge(model().schema(), model(twice), Evidence.NONE, version).stream())
                .flatMap(change -> change.findings().stream())
                .map(Finding::message)
                .filter(reason -> reason.contains("needs PostgreSQL"))
                .toList();
        assertEquals(List.of("needs PostgreSQL 18, and the server is 17"), reasons);
    }

    @Test
    void writesTheSameBytesForTheSameInput() throws IOException {
        generate("create", Schema.EMPTY, model());
        Path other = directory.resolve("other");
        Generator.generate(new GenerateRequest(other, "create", Schema.EMPTY, model(), Optional.empty()));
        for (String file : List.of("0001_create/expand.sql", "0001_create/plan.json", "db.changelog-root.yaml")) {
            assertEquals(
                    Files.readString(directory.resolve("db").resolve(file)), Files.readString(other.resolve(file)));
        }
    }

    @Test
    void writesNothingWhereNothingDiffersOrSomethingIsRefused() {
        Model required = model(Column.of("name", SqlType.parse("text"), false));
        assertTrue(generate("none", model().schema(), model()).changes().isEmpty());
        GenerateResult refused = generate("refused", model().schema(), required);
        assertEquals(1, refused.refusals().size());
        assertFalse(Files.exists(directory.resolve("db")));
        assertFalse(Files.exists(directory.resolve("baseline.json")));
    }

    @Test
    void namesTheLineOfTheRootFileThatItCannotRead() throws IOException {
        generate("create", Schema.EMPTY, model());
        Path root = directory.resolve("db").resolve("db.changelog-root.yaml");
        Files.writeString(root, Files.readString(root) + "<<<<<<< HEAD\n");
        MigratableException e =
                assertThrows(MigratableException.class, () -> ChangelogReader.read(directory.resolve("db")));
        assertTrue(e.line().startsWith("CHL02 ") && e.line().contains("root.yaml:3: '<<<<<<< HEAD'"), e::line);
    }

    @Test
    void namesAPlanThatCannotBeRead() throws IOException {
        generate("create", Schema.EMPTY, model());
        Path plan = directory.resolve("db").resolve("0001_create").resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replace("\"kind\": \"ddl\"", "\"kind\": \"dll\""));
        MigratableException e =
                assertThrows(MigratableException.class, () -> ChangelogReader.read(directory.resolve("db")));
        assertTrue(e.line().contains("plan.json") && e.line().contains("'dll'"), e::line);
        Files.delete(plan);
        assertEquals(
                "CHL02",
                assertThrows(MigratableException.class, () -> ChangelogReader.read(directory.resolve("db")))
                        .code());
    }

    @Test
    void rejectsANameThatIsNoName() {
        assertEquals(
                "CHL04",
                assertThrows(MigratableException.class, () -> generate("../evil", Schema.EMPTY, model()))
                        .code());
    }
}

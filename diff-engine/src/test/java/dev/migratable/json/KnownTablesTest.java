package dev.migratable.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownTablesTest {

    private static final String PLACE = "baseline.json";

    private final Model model = model(table("a", "integer"), table("b", "integer"), table("d", "text"));
    private final KnownTables known = new KnownTables(model, ModelJson.write(model));

    @Test
    void equalTextIsTheModelItself() {
        assertSame(model, known.read(ModelJson.write(model), PLACE));
    }

    @Test
    void whatIsWrittenAlikeIsNotReadAgain() {
        Model former = model(table("a", "integer"), table("b", "bigint"), table("c", "text"), table("d", "text"));
        Model read = known.read(ModelJson.write(former), PLACE);
        assertEquals(former, read);
        assertSame(table(model, "a"), table(read, "a"));
        assertSame(table(model, "d"), table(read, "d"));
    }

    @Test
    void everySubsetOfTheTablesIsReadAsEver() {
        List<Table> all = model.schema().tables();
        for (int mask = 0; mask < 1 << all.size(); mask++) {
            int chosen = mask;
            Model former = model(all.stream()
                    .filter(t -> (chosen >> all.indexOf(t) & 1) == 1)
                    .toArray(Table[]::new));
            assertEquals(former, known.read(ModelJson.write(former), PLACE));
        }
    }

    @Test
    void anotherLayoutIsReadAsEver() {
        String text = ModelJson.write(model);
        assertEquals(model, known.read(text.replace("\n", "\r\n"), PLACE));
        assertNotSame(model, known.read(text.replaceAll("\n *", ""), PLACE));
        assertEquals(model, known.read(text.replaceAll("\n *", ""), PLACE));
        assertEquals(model, known.read(text.replaceFirst("\n {4}\\{", "\n {"), PLACE));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceInTheWholeFile() {
        Model former = model(table("a", "integer"), table("b", "bigint"));
        String text = ModelJson.write(former);
        assertSameError(text.replace("\"bigint\"", "7"));
        assertSameError(text.replace("\"format\": 1", "\"format\": 2"));
        assertSameError(text.substring(0, text.length() - 4));
        String block = text.substring(text.indexOf("    {\n"), text.indexOf("\n    }") + 6);
        assertSameError(text.replace(block, block + ",\n" + block));
    }

    private void assertSameError(String text) {
        MigratableException expected = assertThrows(MigratableException.class, () -> ModelJson.read(text, PLACE));
        MigratableException thrown = assertThrows(MigratableException.class, () -> known.read(text, PLACE));
        assertEquals(expected.getMessage(), thrown.getMessage());
    }

    private static Table table(Model model, String name) {
        return model.schema().table(QualifiedName.inPublic(name)).orElseThrow();
    }

    private static Model model(Table... tables) {
        Sequence sequence = new Sequence(
                QualifiedName.inPublic("a_seq"),
                SqlType.parse("bigint"),
                SequenceOptions.defaults(SqlType.parse("bigint")),
                Optional.empty(),
                Optional.empty());
        return new Model(new Schema(List.of(tables), List.of(sequence)), Declarations.NONE);
    }

    private static Table table(String name, String type) {
        return Table.of(
                QualifiedName.inPublic(name),
                List.of(Column.of("id", SqlType.parse(type), false)),
                Optional.of(PrimaryKey.of(name + "_pkey", List.of("id"))));
    }
}

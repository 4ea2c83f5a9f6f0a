package dev.migratable.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.change.AddEnumValue;
import dev.migratable.change.Change;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropEnumType;
import dev.migratable.change.DropEnumValue;
import dev.migratable.change.DropTable;
import dev.migratable.change.ReorderEnumType;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnumTypeDifferTest {

    private static final QualifiedName COLOR = QualifiedName.inPublic("color");
    private static final Table CAR = Table.of(
            QualifiedName.inPublic("car"),
            List.of(Column.of("colors", SqlType.parse("public.color[]"), true)),
            Optional.empty());

    private static Schema of(String... labels) {
        return Schema.EMPTY.withEnumTypes(List.of(new EnumType(COLOR, List.of(labels))));
    }

    private static List<Change> diff(Schema from, Schema to) {
        List<Change> changes = SchemaDiffer.diff(from, new Model(to, Declarations.NONE));
        assertEquals(to.enumTypes(), Change.applyAll(from, changes).enumTypes(), changes::toString);
        return changes;
    }

    @Test
    void valuesComeWhereTheModelHasThem() {
        assertEquals(
                List.of(
                        new AddEnumValue(COLOR, "BLACK", Optional.of("GREEN")),
                        new AddEnumValue(COLOR, "BLUE", Optional.of("GREEN")),
                        new AddEnumValue(COLOR, "WHITE", Optional.empty())),
                diff(of("GREEN", "RED"), of("BLACK", "BLUE", "GREEN", "RED", "WHITE")));
    }

    @Test
    void aConstantWithAnotherNameIsOneThatGoesAndOneThatComes() {
        assertEquals(
                List.of(
                        new AddEnumValue(COLOR, "BLUE", Optional.of("RED")),
                        new DropEnumValue(COLOR, "GREEN", Optional.of("BLUE"))),
                diff(of("GREEN", "RED"), of("BLUE", "RED")));
    }

    @Test
    void anotherOrderIsOneChange() {
        assertEquals(
                List.of(
                        new AddEnumValue(COLOR, "B", Optional.of("C")),
                        new ReorderEnumType(COLOR, List.of("B", "C", "A"), List.of("A", "B", "C"))),
                diff(of("C", "A"), of("A", "B", "C")));
    }

    @Test
    void aTypeComesBeforeItsTablesAndGoesBehindThem() {
        Schema with = of("RED").withTables(List.of(CAR));
        EnumType color = with.enumTypes().get(0);
        assertEquals(List.of(new CreateEnumType(color), new CreateTable(CAR)), diff(Schema.EMPTY, with));
        assertEquals(List.of(new DropTable(CAR), new DropEnumType(color)), diff(with, Schema.EMPTY));
    }

    @Test
    void aTypeThatTheOtherSideOnlyNamesStays() {
        Schema with = of("RED").withTables(List.of(CAR));
        assertEquals(
                List.of(),
                SchemaDiffer.diff(with, new Model(Schema.EMPTY.withTables(List.of(CAR)), Declarations.NONE)));
    }

    @Test
    void whatALiveDatabaseHasBesideTheModelIsLeftAlone() {
        Schema live = of("RED", "WHITE").withTables(List.of(CAR));
        Model model = new Model(of("BLUE", "RED").withTables(List.of(CAR)), Declarations.NONE);
        OwnedScope.Result result = OwnedScope.split(SchemaDiffer.diff(live, model), model);
        assertEquals(List.of(new AddEnumValue(COLOR, "BLUE", Optional.of("RED"))), result.changes());
        assertEquals(List.of(new DropEnumValue(COLOR, "WHITE", Optional.empty())), result.leftovers());

        Model none = new Model(Schema.EMPTY, Declarations.NONE);
        assertEquals(
                List.of(new DropEnumType(new EnumType(COLOR, List.of("RED")))),
                OwnedScope.split(SchemaDiffer.diff(of("RED"), none), none).leftovers());
    }
}

package dev.migratable.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeCompositeType;
import dev.migratable.change.CreateCompositeType;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropCompositeType;
import dev.migratable.change.DropEnumType;
import dev.migratable.change.DropTable;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.schema.Column;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompositeTypeDifferTest {

    private static final EnumType COLOR = new EnumType(QualifiedName.inPublic("color"), List.of("RED"));
    private static final CompositeType PLACE = type("place", "latitude", "double precision", "color", "color");
    private static final CompositeType ADDRESS = type("address", "street", "text", "places", "public.place[]");
    private static final Table HOUSE = table("house", "public.address");

    private static CompositeType type(String name, String... attributes) {
        List<CompositeAttribute> all = new ArrayList<>();
        for (int i = 0; i < attributes.length; i += 2) {
            all.add(new CompositeAttribute(attributes[i], SqlType.parse(attributes[i + 1])));
        }
        return new CompositeType(QualifiedName.inPublic(name), all);
    }

    private static Table table(String name, String type) {
        return Table.of(
                QualifiedName.inPublic(name), List.of(Column.of("value", SqlType.parse(type), true)), Optional.empty());
    }

    private static Schema of(CompositeType... types) {
        return Schema.EMPTY.withCompositeTypes(List.of(types));
    }

    private static List<Change> diff(Schema from, Schema to) {
        List<Change> changes = SchemaDiffer.diff(from, new Model(to, Declarations.NONE));
        Schema after = Change.applyAll(from, changes);
        assertEquals(to.compositeTypes(), after.compositeTypes(), changes::toString);
        assertEquals(to.enumTypes(), after.enumTypes(), changes::toString);
        return changes;
    }

    @Test
    void whatATypeHasComesBeforeItAndGoesBehindIt() {
        Schema all = of(ADDRESS, PLACE).withEnumTypes(List.of(COLOR)).withTables(List.of(HOUSE));
        assertEquals(
                List.of(
                        new CreateEnumType(COLOR),
                        new CreateCompositeType(PLACE),
                        new CreateCompositeType(ADDRESS),
                        new CreateTable(HOUSE)),
                diff(Schema.EMPTY, all));
        assertEquals(
                List.of(
                        new DropTable(HOUSE),
                        new DropCompositeType(ADDRESS),
                        new DropCompositeType(PLACE),
                        new DropEnumType(COLOR)),
                diff(all, Schema.EMPTY));
    }

    @Test
    void otherAttributesAreOneChange() {
        for (CompositeType other : List.of(
                type("address", "street", "text", "places", "public.place[]", "zip", "text"),
                type("address", "street", "text"),
                type("address", "places", "public.place[]", "street", "text"),
                type("address", "street", "varchar(10)", "places", "public.place[]"))) {
            assertEquals(List.of(new ChangeCompositeType(ADDRESS, other)), diff(of(ADDRESS), of(other)));
        }
        CompositeType collated = new CompositeType(
                PLACE.name(),
                List.of(new CompositeAttribute("name", SqlType.parse("text"), Optional.of("pg_catalog.\"C\""))));
        assertEquals(
                List.of("change attributes of type place from name text collate pg_catalog.\"C\" to name text"),
                diff(of(collated), of(type("place", "name", "text"))).stream()
                        .map(Change::description)
                        .toList());
    }

    @Test
    void spellingsOfOneTypeAreNoChange() {
        Schema named = of(type("visit", "at", "timestamp(6)", "mood", "mood", "place", "place"));
        Schema full = of(type("visit", "at", "timestamp", "mood", "public.mood", "place", "public.\"place\""));
        assertEquals(List.of(), SchemaDiffer.diff(named, new Model(full, Declarations.NONE)));
        assertEquals(List.of(), SchemaDiffer.diff(full, new Model(named, Declarations.NONE)));
    }

    @Test
    void aTypeThatTheOtherSideOnlyNamesStays() {
        Schema with = of(ADDRESS, PLACE).withEnumTypes(List.of(COLOR)).withTables(List.of(HOUSE));
        Schema naming = of(ADDRESS).withTables(List.of(HOUSE));
        Model model = new Model(naming, Declarations.NONE);
        assertEquals(List.of(), SchemaDiffer.diff(with, model));
    }

    @Test
    void whatALiveDatabaseHasBesideTheModelIsLeftAlone() {
        Model none = new Model(Schema.EMPTY, Declarations.NONE);
        assertEquals(
                List.of(new DropCompositeType(PLACE)),
                OwnedScope.split(SchemaDiffer.diff(of(PLACE), none), none).leftovers());
    }

    @Test
    void aTypeOfRowsOfANewTableIsNotPlanned() {
        Schema rows = of(type("pair", "house", "house")).withTables(List.of(HOUSE));
        List<Change> changes = SchemaDiffer.diff(Schema.EMPTY, new Model(rows, Declarations.NONE));
        assertTrue(changes.get(1) instanceof UnsupportedChange, changes::toString);
        Schema present = Schema.EMPTY.withTables(List.of(HOUSE));
        assertEquals(
                1,
                SchemaDiffer.diff(present, new Model(rows, Declarations.NONE)).size());
    }

    @Test
    void aColumnOfANewTypeComesBehindIt() {
        Schema from = Schema.EMPTY.withTables(List.of(table("house", "text")));
        Table wider = from.tables()
                .get(0)
                .withColumns(List.of(
                        Column.of("value", SqlType.parse("text"), true),
                        Column.of("place", SqlType.parse("public.place"), true)));
        List<Change> changes = diff(from, of(type("place", "latitude", "text")).withTables(List.of(wider)));
        assertTrue(changes.get(0) instanceof CreateCompositeType, changes::toString);
        assertTrue(changes.get(1) instanceof AddColumn, changes::toString);
    }
}

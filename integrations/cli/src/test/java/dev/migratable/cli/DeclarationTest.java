package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Declarations.TableRename;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeclarationTest {

    private static final QualifiedName CUSTOMER = QualifiedName.inPublic("customer");
    private static final QualifiedName CLIENT = QualifiedName.inPublic("client");
    private static final QualifiedName LINE = new QualifiedName("shop", "line");

    private static final Schema FROM = model(
                    table("customer", id(), column("email", "text"), column("fax", "text")),
                    table("shop.line", id(), column("qty", "integer")),
                    table("odd", id(), column("a.b=c", "text")),
                    table("legacy", id()))
            .schema();

    private static final Schema TO = model(
                    table("client", id(), column("email_address", "text"), column("region", "text not null")),
                    table("shop.line", id(), column("quantity", "integer")),
                    table("odd", id(), column("abc", "text")))
            .schema();

    private static Declarations read(List<String> renames, List<String> retirements, List<String> backfills) {
        return new DeclarationReader(FROM, TO, Declarations.NONE).read(renames, retirements, backfills, List.of());
    }

    private static String error(List<String> renames, List<String> retirements, List<String> backfills) {
        return assertThrows(MigratableException.class, () -> read(renames, retirements, backfills))
                .line();
    }

    @Test
    void aColumnIsNamedUnderTheOldOrTheNewNameOfItsTable() {
        Declarations expected = new Declarations(
                List.of(new ColumnRename(CLIENT, "email", "email_address")),
                List.of(new TableRename(CUSTOMER, CLIENT)),
                List.of(new Retirement(CLIENT, Optional.of("fax"))),
                List.of(new Backfill(new ColumnName(CLIENT, "region"), "'EU='", Optional.empty())),
                List.of());
        assertEquals(
                expected,
                read(
                        List.of("customer.email=email_address", "customer=client"),
                        List.of("customer.fax"),
                        List.of("client.region='EU='")));
        assertEquals(
                expected,
                read(
                        List.of("customer=client", "client.email=email_address"),
                        List.of("client.fax"),
                        List.of("customer.region='EU='")));
    }

    @Test
    void schemasAndQuotedNamesAreUnderstood() {
        Declarations read = read(
                List.of("shop.line.qty=quantity", "odd.\"a.b=c\"=abc"),
                List.of("legacy"),
                List.of("shop.line.quantity=1"));
        assertEquals(
                List.of(
                        new ColumnRename(QualifiedName.inPublic("odd"), "a.b=c", "abc"),
                        new ColumnRename(LINE, "qty", "quantity")),
                read.columnRenames());
        assertEquals(List.of(new Retirement(QualifiedName.inPublic("legacy"), Optional.empty())), read.retirements());
        assertEquals(new ColumnName(LINE, "quantity"), read.backfills().get(0).column());
    }

    @Test
    void whatIsNotThereIsAnErrorThatSuggests() {
        assertEquals(
                "CLI04 --rename custmer.email=email_address: the current schema has no table custmer."
                        + " Did you mean customer?",
                error(List.of("custmer.email=email_address"), List.of(), List.of()));
        assertEquals(
                "CLI04 --rename shop.line.qtty=quantity: the current schema has no column shop.line.qtty."
                        + " Did you mean qty?",
                error(List.of("shop.line.qtty=quantity"), List.of(), List.of()));
        assertEquals(
                "CLI04 --rename shop.line.qty=quantiti: the desired schema has no column shop.line.quantiti."
                        + " Did you mean quantity?",
                error(List.of("shop.line.qty=quantiti"), List.of(), List.of()));
        assertEquals(
                "CLI04 --rename customer=clients: the desired schema has no table clients. Did you mean client?",
                error(List.of("customer=clients"), List.of(), List.of()));
        assertEquals(
                "CLI04 --retire customer.zzz: the current schema has no column customer.zzz."
                        + " Check the name with 'snapshot'.",
                error(List.of(), List.of("customer.zzz"), List.of()));
        assertEquals(
                "CLI04 --backfill client.regon=1: the desired schema has no column client.regon. Did you mean region?",
                error(List.of(), List.of(), List.of("client.regon=1")));
    }

    @Test
    void whatIsStillThereCannotBeRetired() {
        assertTrue(error(List.of(), List.of("shop.line.id"), List.of())
                .contains("shop.line.id is still in the desired schema"));
        assertTrue(error(List.of(), List.of("shop.line"), List.of()).contains("is still in the desired schema"));
    }

    @Test
    void whatContradictsIsRefused() {
        Schema from =
                model(table("t", column("a", "text"), column("b", "text"))).schema();
        Schema to = model(table("t", column("c", "text"), column("d", "text"))).schema();
        DeclarationReader reader = new DeclarationReader(from, to, Declarations.NONE);
        assertEquals(
                "CLI04 column t.c: is the new name of two columns. Keep one of the two options.",
                assertThrows(
                                MigratableException.class,
                                () -> reader.read(List.of("t.a=c", "t.b=c"), List.of(), List.of(), List.of()))
                        .line());
        assertEquals(
                "CLI04 column t.a: is renamed twice. Keep one of the two options.",
                assertThrows(
                                MigratableException.class,
                                () -> reader.read(List.of("t.a=c", "t.a=d"), List.of(), List.of(), List.of()))
                        .line());
        assertEquals(
                "CLI04 column t.a: is both renamed and retired. Keep one of the two options.",
                assertThrows(
                                MigratableException.class,
                                () -> reader.read(List.of("t.a=c"), List.of("t.a"), List.of(), List.of()))
                        .line());
        assertEquals(
                1,
                reader.read(List.of("t.a=c", "t.a=c"), List.of(), List.of(), List.of())
                        .columnRenames()
                        .size());
        assertEquals(
                "CLI04 --rename t.x=c: the current schema has no column t.x. Check the name with 'snapshot'.",
                assertThrows(
                                MigratableException.class,
                                () -> reader.read(List.of("t.x=c"), List.of(), List.of(), List.of()))
                        .line());
    }

    @Test
    void otherFormsAreRefused() {
        for (String rename : List.of("customer.email", "customer.email=", "a.b.c.d=e", ".email=x", "=x")) {
            assertTrue(error(List.of(rename), List.of(), List.of()).contains("this is not of the form"), rename);
        }
        for (String backfill : List.of("client.region", "client=1", "client.region= ")) {
            assertTrue(error(List.of(), List.of(), List.of(backfill)).contains("this is not of the form"), backfill);
        }
    }

    @Test
    void aNameThatMayBeATableOrAColumnMustBeQualified() {
        Schema both = model(table("shop", id(), column("line", "text")), table("shop.line", id()))
                .schema();
        DeclarationReader reader = new DeclarationReader(both, both, Declarations.NONE);
        assertTrue(assertThrows(
                        MigratableException.class,
                        () -> reader.read(List.of("shop.line=x"), List.of(), List.of(), List.of()))
                .line()
                .contains("Write the column as public.shop.line"));
    }
}

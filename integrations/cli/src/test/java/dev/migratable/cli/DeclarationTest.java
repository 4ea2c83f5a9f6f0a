package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.RenameStrategy;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Declarations.TableRename;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        return new DeclarationReader(FROM, TO, Declarations.NONE)
                .read(renames, List.of(), retirements, backfills, List.of());
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
                                () -> reader.read(
                                        List.of("t.a=c", "t.b=c"), List.of(), List.of(), List.of(), List.of()))
                        .line());
        assertEquals(
                "CLI04 column t.a: is renamed twice. Keep one of the two options.",
                assertThrows(
                                MigratableException.class,
                                () -> reader.read(
                                        List.of("t.a=c", "t.a=d"), List.of(), List.of(), List.of(), List.of()))
                        .line());
        assertEquals(
                "CLI04 column t.a: is both renamed and retired. Keep one of the two options.",
                assertThrows(
                                MigratableException.class,
                                () -> reader.read(List.of("t.a=c"), List.of(), List.of("t.a"), List.of(), List.of()))
                        .line());
        assertEquals(
                1,
                reader.read(List.of("t.a=c", "t.a=c"), List.of(), List.of(), List.of(), List.of())
                        .columnRenames()
                        .size());
        assertEquals(
                "CLI04 --rename t.x=c: the current schema has no column t.x. Check the name with 'snapshot'.",
                assertThrows(
                                MigratableException.class,
                                () -> reader.read(List.of("t.x=c"), List.of(), List.of(), List.of(), List.of()))
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
                        () -> reader.read(List.of("shop.line=x"), List.of(), List.of(), List.of(), List.of()))
                .line()
                .contains("Write the column as public.shop.line"));
    }

    private static Declarations aliases(List<String> renames, String... aliases) {
        return new DeclarationReader(FROM, TO, Declarations.NONE)
                .read(renames, List.of(aliases), List.of(), List.of(), List.of());
    }

    @Test
    void aColumnIsRenamedByAView() {
        assertEquals(
                List.of(new ColumnRename(LINE, "qty", "quantity", RenameStrategy.ALIAS_VIEW)),
                aliases(List.of(), "shop.line.qty=quantity").columnRenames());
        MigratableException table =
                assertThrows(MigratableException.class, () -> aliases(List.of(), "customer=client"));
        assertEquals(
                "CLI04 --rename-by-view customer=client: this is not of the form TABLE.OLD=NEW. Write it so.",
                table.line());
        MigratableException twice = assertThrows(
                MigratableException.class, () -> aliases(List.of("shop.line.qty=quantity"), "shop.line.qty=quantity"));
        assertTrue(twice.line().contains("is renamed twice"), twice.line());
    }

    @Test
    void theViewIsPlanned(@TempDir Path dir) {
        Path from = Models.write(dir.resolve("from.json"), model(table("customer", id(), column("email", "text"))));
        Path to = Models.write(dir.resolve("to.json"), model(table("customer", id(), column("mail", "text"))));
        String[] sides = {"--from", from.toString(), "--to", to.toString()};
        String twin = plan(sides, "--rename", "customer.email=mail");
        assertTrue(twin.contains("backfill-customer"), twin);
        String view = plan(sides, "--rename-by-view", "customer.email=mail");
        assertTrue(view.contains("alias-customer-mail"), view);
        assertFalse(view.contains("backfill"), view);
    }

    private static String plan(String[] sides, String... more) {
        return Cli.run(Stream.of(new String[] {"plan"}, sides, more)
                        .flatMap(Stream::of)
                        .toArray(String[]::new))
                .exits(0)
                .out();
    }

    @Test
    void aViewIsChosenForTheTablesThatHaveMoreRows(@TempDir Path dir) {
        Model from = model(
                table("customer", id(), column("email", "text")),
                table("client", id(), column("fax", "text")),
                table("unknown", id(), column("a", "text")));
        Declarations declared = new Declarations(
                List.of(
                        new ColumnRename(CLIENT, "email", "mail"),
                        new ColumnRename(QualifiedName.inPublic("partner"), "fax", "phone"),
                        new ColumnRename(QualifiedName.inPublic("unknown"), "a", "b")),
                List.of(new TableRename(CLIENT, QualifiedName.inPublic("partner")), new TableRename(CUSTOMER, CLIENT)),
                List.of(),
                List.of(),
                List.of());
        StringBuilder notes = new StringBuilder();
        assertEquals(
                List.of(RenameStrategy.ALIAS_VIEW, RenameStrategy.DUAL_WRITE, RenameStrategy.DUAL_WRITE),
                RenamePolicy.apply(
                                declared,
                                from.schema(),
                                Map.of(CUSTOMER, 1_000_001L, CLIENT, 1_000_000L),
                                1_000_000,
                                note -> notes.append(note).append('\n'))
                        .columnRenames()
                        .stream()
                        .map(ColumnRename::strategy)
                        .toList());
        assertEquals("""
                customer has about 1,000,001 rows: email is renamed to mail by a view
                how many rows unknown has is not known: a is renamed to b by dual write; ANALYZE it
                """, notes.toString());
    }

    @Test
    void aPolicyNeedsADatabase(@TempDir Path dir) {
        String model = Models.write(dir.resolve("m.json"), model(table("customer", id())))
                .toString();
        assertEquals(
                "CLI04 --rename-by-view-beyond 5: --from is no live database, so how many rows tables have is not known."
                        + " Name one whose statistics tell, by --rows-of.\n",
                Cli.run("plan", "--from", model, "--to", model, "--rename-by-view-beyond", "5")
                        .exits(1)
                        .err());
        assertEquals(
                "CLI04 --rows-of jdbc:postgresql://h/d: nothing asks for rows. Add --rename-by-view-beyond, or leave"
                        + " it out.\n",
                Cli.run("plan", "--from", model, "--to", model, "--rows-of", "jdbc:postgresql://h/d")
                        .exits(1)
                        .err());
    }

    @Test
    void aSequenceIsGivenUpByName(@TempDir Path dir) {
        Path from = Models.write(dir.resolve("from.json"), sequences("gone_seq", "kept_seq"));
        Path to = Models.write(dir.resolve("to.json"), sequences("kept_seq"));
        String[] sides = {"--from", from.toString(), "--to", to.toString()};
        String planned = plan(sides, "--retire", "gone_seq");
        assertTrue(planned.contains("gone_seq"), planned);
        assertTrue(planned.contains("ALTER SEQUENCE"), planned);
        Cli.Result kept = Cli.run("plan", "--from", from.toString(), "--to", to.toString(), "--retire", "kept_seq");
        assertEquals(
                "CLI04 --retire kept_seq: kept_seq is still in the desired schema. Remove it there first, or leave the"
                        + " option out.\n",
                kept.exits(1).err());
    }

    private static Model sequences(String... names) {
        SqlType bigint = SqlType.parse("bigint");
        return new Model(
                new Schema(
                        List.of(),
                        Stream.of(names)
                                .map(name -> new Sequence(
                                        QualifiedName.inPublic(name),
                                        bigint,
                                        SequenceOptions.defaults(bigint),
                                        Optional.empty()))
                                .toList()),
                Declarations.NONE);
    }
}

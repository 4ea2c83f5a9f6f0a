package dev.migratable.cli;

import static dev.migratable.cli.Models.column;
import static dev.migratable.cli.Models.id;
import static dev.migratable.cli.Models.model;
import static dev.migratable.cli.Models.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

    private static final Model V1 = model(
            table("customer", id(), column("email", "text")),
            purchase("purchase", "customer", "id"),
            table("shop.line", id(), column("note", "text")),
            table("shop.audit_line", id()),
            table("odd.\"a.b*", id()));

    @TempDir
    private Path dir;

    private static Table purchase(String name, String referenced, String key) {
        Table purchase = table(name, id(), column("customer_id", "bigint"));
        return purchase.withForeignKeys(List.of(
                ForeignKey.of("purchase_fk", List.of("customer_id"), QualifiedName.parse(referenced), List.of(key))));
    }

    private Cli.Result run(String command, Model from, Model to, String... more) {
        List<String> args = new ArrayList<>(List.of(
                command,
                "--from",
                Models.write(dir.resolve("from.json"), from).toString(),
                "--to",
                Models.write(dir.resolve("to.json"), to).toString()));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }

    private List<String> kept(String... filter) {
        Path file = Models.write(dir.resolve("model.json"), V1);
        List<String> args = new ArrayList<>(List.of("snapshot", file.toString()));
        args.addAll(List.of(filter));
        String json = Cli.run(args.toArray(String[]::new)).exits(0).out();
        return ModelJson.read(json, "snapshot").schema().tables().stream()
                .map(kept -> kept.name().display())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            --table customer                             | customer
            --table pu*                                  | purchase
            --table ?ustomer --table shop.*              | customer, shop.audit_line, shop.line
            --table *.*line --exclude-table *.audit*     | shop.line
            --schema shop                                | shop.audit_line, shop.line
            --schema s* --exclude-table shop.audit_line  | shop.line
            --exclude-schema shop --exclude-schema odd   | customer, purchase
            --table odd."\""a.b*"                         | odd."a.b*
            """)
    void patternsAreOfSchemasAndTables(String filter, String expected) {
        assertEquals(List.of(expected.split(", ")), kept(filter.split(" ")));
    }

    @Test
    void sequencesGoWithTheTableThatOwnsOrUsesThemOrByTheirOwnName() {
        Table customer = table(
                "customer",
                id(),
                column("number", "bigint").withDefault(Optional.of("nextval('public.\"Number''s\"'::regclass)")));
        Model model = new Model(
                new Schema(
                        List.of(customer, table("purchase", id())),
                        List.of(
                                sequence("Number's", Optional.empty()),
                                sequence("customer_free", Optional.empty()),
                                sequence("owned_by_customer", Optional.of("customer")),
                                sequence("customer_owned", Optional.of("purchase")))),
                Declarations.NONE);
        Path file = Models.write(dir.resolve("model.json"), model);
        Cli.Result snapshot =
                Cli.run("snapshot", file.toString(), "--table", "customer*").exits(0);
        assertEquals("filter: hides 1 of 2 tables and 1 of 4 sequences\n", snapshot.err());
        assertEquals(
                List.of("Number's", "customer_free", "owned_by_customer"),
                ModelJson.read(snapshot.out(), "snapshot").schema().sequences().stream()
                        .map(kept -> kept.name().display())
                        .toList());
    }

    private static Sequence sequence(String name, Optional<String> owner) {
        SqlType type = SqlType.parse("bigint");
        return new Sequence(
                QualifiedName.inPublic(name),
                type,
                SequenceOptions.defaults(type),
                owner.map(table -> new ColumnName(QualifiedName.inPublic(table), "id")));
    }

    @Test
    void aPatternThatMatchesNothingIsAnErrorThatSuggests() {
        assertEquals(
                "CLI11 --table custmer: this matches nothing in either schema. Did you mean customer?",
                run("diff", V1, V1, "--table", "custmer").exits(1).errorLine());
        assertEquals(
                "CLI11 --table line: this matches nothing in either schema. Did you mean shop.line?",
                run("plan", V1, V1, "--table", "line").exits(1).errorLine());
        assertEquals(
                "CLI11 --schema shops: this matches nothing in either schema. Did you mean shop?",
                run("diff", V1, V1, "--schema", "shops").exits(1).errorLine());
        assertEquals(
                "CLI11 --table a.b.c: this is not of the form TABLE or SCHEMA.TABLE."
                        + " Put a name that holds a dot in double quotes.",
                run("diff", V1, V1, "--table", "a.b.c").exits(1).errorLine());
        assertEquals(
                "CLI11 the filter: it hides everything. Check which patterns exclude each other.",
                run("diff", V1, V1, "--schema", "shop", "--table", "customer")
                        .exits(1)
                        .errorLine());
    }

    @Test
    void anExclusionThatMatchesNothingIsAWarning() {
        Cli.Result result = run("diff", V1, V1, "--exclude-table", "custmer").exits(0);
        assertEquals(
                "warning: CLI11 --exclude-table custmer: this matches nothing in either schema."
                        + " Did you mean customer?\nfilter: hides 0 of 5 tables, with no changes\n",
                result.err());
    }

    @Test
    void whatIsHiddenIsCounted() {
        Model to = model(
                table("customer", id(), column("email", "varchar(10)")),
                purchase("purchase", "customer", "id"),
                table("shop.line", id()),
                table("shop.added", id()));
        Cli.Result result =
                run("diff", V1, to, "--table", "customer", "--exit-code").exits(2);
        assertTrue(result.out().contains("1 change: "), result.out());
        assertEquals("filter: hides 5 of 6 tables, with 4 changes\n", result.err());
        assertEquals(
                "no differences\n",
                run("diff", V1, to, "--table", "purchase", "--exit-code")
                        .exits(0)
                        .out());
    }

    @Test
    void foreignKeysToWhatIsHiddenAndRenamedAreNoDifference() {
        Model to = model(
                table("client", column("key", "bigint not null"), column("email", "text")),
                purchase("purchase", "client", "key"));
        Model from = model(table("customer", id(), column("email", "text")), purchase("purchase", "customer", "id"));
        String[] renames = {"--rename", "customer=client", "--rename", "customer.id=key"};
        Cli.Result hidden = run("diff", from, to, with(renames, "--table", "purchase"));
        assertEquals("no differences\n", hidden.exits(0).out());
        assertEquals("filter: hides 1 of 2 tables, with 2 changes\n", hidden.err());
        // The other way about: the renamed table is kept, under either name, and the one that references it is hidden.
        for (String name : List.of("customer", "client")) {
            String kept = run("diff", from, to, with(renames, "--table", name))
                    .exits(0)
                    .out();
            assertTrue(kept.contains("rename table customer to client"), kept);
            assertTrue(kept.contains("rename column client.id to key") && kept.contains("2 changes: "), kept);
        }
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aRenameIntoTheNameOfWhatIsHiddenIsRefused() {
        Model from = model(table("a", id(), column("x", "text")), table("b", id(), column("y", "text")));
        Model to = model(table("b", id(), column("x", "text")), table("c", id(), column("y", "text")));
        String line = run("diff", from, to, "--rename", "a=b", "--rename", "b=c", "--exclude-table", "c")
                .exits(1)
                .errorLine();
        assertEquals(
                "CLI11 the filter: table b is renamed to c, which it hides, and another table takes the name."
                        + " Keep both tables.",
                line);
    }

    @Test
    void aForeignKeyThatNeedsWhatIsHiddenHasNoPlan() {
        Model from = model(table("purchase", id(), column("customer_id", "bigint")));
        Model to = model(table("customer", id()), purchase("purchase", "customer", "id"));
        String expected = "CLI11 the filter: it keeps one of the tables purchase and customer and hides the other,"
                + " but foreign key purchase_fk needs the changes of both. Keep both or hide both.";
        assertEquals(
                expected, run("plan", from, to, "--table", "purchase").exits(1).errorLine());
        run("plan", from, to, "--table", "customer").exits(0);
        // A comparison shows it all the same.
        assertTrue(run("diff", from, to, "--table", "purchase").exits(0).out().contains("add foreign key on purchase"));
        Model dropped = model(table("other", id()));
        Cli.Result drop = run(
                "plan",
                to,
                model(table("purchase", id(), column("customer_id", "bigint"))),
                "--table",
                "customer",
                "--retire",
                "customer");
        assertEquals(expected, drop.exits(1).errorLine());
        assertFalse(run("diff", to, dropped, "--table", "other").exits(0).out().isEmpty());
    }

    @Test
    void theBaselineOfANarrowedMigrationStillLacksWhatWasHidden() throws IOException {
        Model to = model(
                table("customer", id(), column("email", "text"), column("region", "text")),
                purchase("purchase", "customer", "id"),
                table("shop.line", id(), column("note", "text"), column("position", "integer")),
                table("shop.audit_line", id()),
                table("odd.\"a.b*", id()));
        Path baseline = Models.write(dir.resolve("baseline.json"), V1);
        Path desired = Models.write(dir.resolve("to.json"), to);
        Cli.Result first =
                generate(desired, baseline, "first", "--schema", "public").exits(0);
        assertEquals("filter: hides 3 of 5 tables, with 1 change\n", first.err());
        assertFalse(
                Files.readString(dir.resolve("changelog/0001_first/expand.sql")).contains("position"));
        generate(desired, baseline, "second", "--schema", "public").exits(4);
        generate(desired, baseline, "third").exits(0);
        assertTrue(
                Files.readString(dir.resolve("changelog/0002_third/expand.sql")).contains("position"));
        assertEquals(ModelJson.write(to), Files.readString(baseline));
    }

    private Cli.Result generate(Path to, Path baseline, String name, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "generate",
                "--to",
                to.toString(),
                "--baseline",
                baseline.toString(),
                "--changelog",
                dir.resolve("changelog").toString(),
                "--name",
                name));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }
}

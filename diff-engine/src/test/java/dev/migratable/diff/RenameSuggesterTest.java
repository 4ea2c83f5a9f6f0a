package dev.migratable.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenameSuggesterTest {

    private static final QualifiedName T = QualifiedName.inPublic("t");

    private static Table table(String... columns) {
        return Table.of(
                T,
                Arrays.stream(columns)
                        .map(c -> c.split(" ", 2))
                        .map(c -> Column.of(c[0], SqlType.parse(c[1]), true))
                        .toList(),
                Optional.empty());
    }

    private static List<String> suggest(Table current, Table desired, Declarations declarations) {
        return RenameSuggester.suggest(current, desired, declarations).stream()
                .map(s -> s.from() + " to " + s.to())
                .toList();
    }

    private static List<String> suggest(Table current, Table desired) {
        return suggest(current, desired, Declarations.NONE);
    }

    @Test
    void theLikeliestPairsComeFirstAndEachColumnOnce() {
        assertEquals(
                List.of("last_name to lastname", "email to email_address"),
                suggest(
                        table("id int", "email varchar(50)", "last_name varchar(50)"),
                        table("id int", "lastname varchar(50)", "email_address text")));
    }

    @Test
    void typesMustBeCompatible() {
        assertEquals(List.of(), suggest(table("a int"), table("b text")));
        assertEquals(List.of(), suggest(table("a int"), table("b int[]")));
        assertEquals(List.of(), suggest(table("a uuid"), table("b boolean")));
        assertEquals(List.of("a to b"), suggest(table("a uuid"), table("b uuid")));
        assertEquals(List.of("a to b"), suggest(table("a int"), table("b bigint")));
        assertEquals(List.of("a to b"), suggest(table("a timestamp"), table("b timestamptz")));
    }

    @Test
    void aRetiredColumnIsNoCandidate() {
        Declarations retired = new Declarations(
                List.of(), List.of(), List.of(new Retirement(T, Optional.of("a"))), List.of(), List.of());
        assertEquals(List.of(), suggest(table("a int"), table("b int"), retired));
    }

    @Test
    void columnsOnBothSidesAreNoCandidates() {
        assertEquals(List.of(), suggest(table("a int", "b int"), table("b int")));
        assertEquals(List.of(), suggest(table("b int"), table("a int", "b int")));
    }

    @Test
    void tablesWithMostColumnsInCommonMayBeOne() {
        Table gone = table("id int", "a int", "b text");
        Table like = named("like", "id int", "a bigint", "b text", "c int");
        Table liker = named("liker", "id int", "a bigint", "b text");
        assertEquals(Optional.of(like), RenameSuggester.likeliest(gone, List.of(like)));
        assertEquals(Optional.of(liker), RenameSuggester.likeliest(gone, List.of(like, liker)));
        assertEquals(
                Optional.of(named("t_new", "id int", "a int", "b text")),
                RenameSuggester.likeliest(gone, List.of(liker, named("t_new", "id int", "a int", "b text"))));
        assertEquals(
                Optional.empty(),
                RenameSuggester.likeliest(table("id int", "a int"), List.of(named("u", "id int", "b int"))));
        assertEquals(
                Optional.empty(),
                RenameSuggester.likeliest(table("id int"), List.of(named("u", "id int"))),
                "every table has an id");
    }

    private static Table named(String name, String... columns) {
        return table(columns).withName(QualifiedName.inPublic(name));
    }

    @Test
    void whatElseIsSaidOfColumnsTellsThemApart() {
        Table current = table("id int", "x int", "y int", "name text")
                .withForeignKeys(
                        List.of(ForeignKey.of("f", List.of("y"), QualifiedName.inPublic("owner"), List.of("id"))));
        Table desired = table("name text", "q int", "p int", "id int")
                .withForeignKeys(
                        List.of(ForeignKey.of("f", List.of("q"), QualifiedName.inPublic("owner"), List.of("id"))));
        assertEquals(List.of("x to p", "y to q"), suggest(current, desired));
    }

    @Test
    void thePlaceIsThatAmongTheColumnsThatStay() {
        assertEquals(
                List.of("x to p", "y to q"),
                suggest(
                        table("old int[]", "id int", "x int", "name text", "y int"),
                        table("id int", "p int", "name text", "q int")));
    }

    @Test
    void similarityDisregardsCaseAndUnderscores() {
        assertEquals(1, RenameScore.similarity("last_name", "lastName"));
        assertEquals(0, RenameScore.similarity("abc", "xyz"));
    }
}

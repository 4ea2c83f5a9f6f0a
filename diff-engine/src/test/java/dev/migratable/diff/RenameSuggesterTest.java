package dev.migratable.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    private static List<String> suggest(Table current, Table desired, Map<String, ColumnStatistics> statistics) {
        return suggest(current, desired, statistics, Map.of());
    }

    private static List<String> suggest(
            Table current, Table desired, Map<String, ColumnStatistics> gone, Map<String, ColumnStatistics> come) {
        return RenameSuggester.suggest(current, desired, Declarations.NONE, new Statistics(named(gone), named(come)))
                .stream()
                .map(s -> s.from() + " to " + s.to())
                .toList();
    }

    private static Map<ColumnName, ColumnStatistics> named(Map<String, ColumnStatistics> statistics) {
        return statistics.entrySet().stream()
                .collect(Collectors.toMap(e -> new ColumnName(T, e.getKey()), Map.Entry::getValue));
    }

    private static ColumnStatistics found(double nulls, double distinct, int longest) {
        return new ColumnStatistics(nulls, distinct, longest == 0 ? Optional.empty() : Optional.of(longest));
    }

    @Test
    void whatTheValuesContradictIsLessLikely() {
        Table current = table("id int", "aa text", "ab text");
        Table longer = table("id int", "ac varchar(10)");
        assertEquals(List.of("aa to ac"), suggest(current, longer));
        assertEquals(
                List.of("ab to ac"), suggest(current, longer, Map.of("aa", found(0, 5, 30), "ab", found(0, 5, 10))));
        Table required = table("id int")
                .withColumns(List.of(
                        Column.of("id", SqlType.parse("int"), true), Column.of("ac", SqlType.parse("text"), false)));
        assertEquals(
                List.of("ab to ac"), suggest(current, required, Map.of("aa", found(0.2, 5, 3), "ab", found(0, 5, 3))));
        Table unique =
                table("id int", "ac text").withUniqueConstraints(List.of(UniqueConstraint.of("u", List.of("ac"))));
        assertEquals(
                List.of("ab to ac"),
                suggest(current, unique, Map.of("aa", found(0, 5, 3), "ab", found(0.25, -0.75, 3))));
        assertEquals(
                List.of("aa to ac"), suggest(current, unique, Map.of("aa", found(0, -1, 3), "ab", found(0, -1, 3))));
    }

    @Test
    void ofTwoFilledColumnsTheLikerWins() {
        Table current = table("id int", "aa text", "ab text");
        Table desired = table("id int", "ac text");
        assertEquals(
                List.of("ab to ac"),
                suggest(
                        current,
                        desired,
                        Map.of("aa", found(0, -1, 40), "ab", found(0.5, 3, 5)),
                        Map.of("ac", found(0.4, 4, 6))));
    }

    @Test
    void similarityDisregardsCaseAndUnderscores() {
        assertEquals(1, RenameScore.similarity("last_name", "lastName"));
        assertEquals(0, RenameScore.similarity("abc", "xyz"));
    }
}

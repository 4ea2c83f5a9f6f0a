package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.Change;
import dev.migratable.check.BaselineCheck;
import dev.migratable.check.CheckResult;
import dev.migratable.check.Severity;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {
    private static final QualifiedName ITEM = QualifiedName.inPublic("item");

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "smallint; integer; unnoticed",
                "integer; bigint; unnoticed",
                "integer; numeric(12,2); unnoticed",
                "integer; numeric(9,0); no",
                "bigint; integer; no",
                "integer; double precision; unnoticed",
                "bigint; double precision; no",
                "real; double precision; unnoticed",
                "numeric(10,2); numeric(12,4); unnoticed",
                "numeric(10,2); numeric(10,4); no",
                "numeric; bigint; no",
                "varchar(10); varchar(20); unnoticed",
                "varchar(10); text; unnoticed",
                "text; varchar(10); no",
                "varchar(10); char(10); no",
                "char(10); text; no",
                "text; citext; no",
                "date; timestamp; lossless",
                "timestamp; date; no",
                "timestamp; timestamptz; no",
                "date; timestamptz; no",
                "time; timestamp; no",
                "integer; text; no",
                "uuid; text; no",
                "integer; money; no",
                "integer[]; bigint[]; no",
                "json; jsonb; no",
                "text; text; unnoticed"
            })
    void theServersOwnCastsAreTakenWhereTheyLoseNothing(String from, String to, String expected) {
        SqlType old = SqlType.parse(from);
        SqlType young = SqlType.parse(to);
        assertEquals(!expected.equals("no"), Conversion.isLossless(old, young), "lossless");
        assertEquals(expected.equals("unnoticed"), Conversion.isUnnoticed(old, young), "unnoticed");
    }

    private static Schema item(String column, String type) {
        return new Schema(
                List.of(Table.of(
                        ITEM,
                        List.of(
                                Column.of("id", SqlType.parse("bigint"), false),
                                Column.of(column, SqlType.parse(type), true)),
                        Optional.of(PrimaryKey.of("item_pkey", List.of("id"))))),
                List.of());
    }

    private static List<ClassifiedChange> judged(Schema from, Schema to, Optional<Backfill> backfill) {
        Declarations declarations = new Declarations(
                List.of(new ColumnRename(ITEM, "code", "number")),
                List.of(),
                List.of(),
                backfill.stream().toList(),
                List.of());
        List<Change> changes = SchemaDiffer.diff(from, new Model(to, declarations));
        return Classifier.classify(
                changes, new ClassificationContext(from, to, declarations, 18, false, Map.of(), Set.of()));
    }

    private static Optional<Backfill> declared(String forward, Optional<String> backward) {
        return Optional.of(new Backfill(new ColumnName(ITEM, "number"), forward, backward));
    }

    private static List<String> rules(List<ClassifiedChange> changes) {
        return changes.stream()
                .flatMap(c -> c.findings().stream())
                .map(f -> f.rule() + " " + f.risk())
                .sorted()
                .toList();
    }

    @Test
    void aDeclaredConversionIsACautionAndNoError() {
        List<ClassifiedChange> changes = judged(
                item("code", "text"),
                item("number", "integer"),
                declared("code::integer", Optional.of("number::text")));
        assertEquals(List.of("MIG401 CAUTION", "MIG413 CAUTION"), rules(changes));
        assertTrue(changes.get(0).findings().get(1).message().contains("code::integer"));
    }

    @Test
    void theCompilerDoesNotRefuseWhatIsDeclared() {
        Optional<Backfill> declared = declared("code::integer", Optional.of("number::text"));
        Declarations declarations = new Declarations(
                List.of(new ColumnRename(ITEM, "code", "number")),
                List.of(),
                List.of(),
                declared.stream().toList(),
                List.of());
        List<CheckResult> results =
                BaselineCheck.check(item("code", "text"), new Model(item("number", "integer"), declarations));
        assertTrue(results.stream().anyMatch(r -> r.rule().value().equals("MIG413")), results::toString);
        assertTrue(results.stream().noneMatch(r -> r.severity() == Severity.ERROR), results::toString);
    }

    @Test
    void columnsMadeOfRetiredOnesAreACaution() {
        Declarations declarations = new Declarations(
                List.of(),
                List.of(),
                List.of(new Retirement(ITEM, Optional.of("code"))),
                declared("code::integer", Optional.of("number::text")).stream().toList(),
                List.of());
        Schema from = item("code", "text");
        Schema to = item("number", "integer");
        List<ClassifiedChange> changes = Classifier.classify(
                SchemaDiffer.diff(from, new Model(to, declarations)),
                new ClassificationContext(from, to, declarations, 18, false, Map.of(), Set.of()));
        assertTrue(rules(changes).contains("MIG413 CAUTION"), changes::toString);
    }

    @Test
    void noWayBackIsUnsafe() {
        List<ClassifiedChange> changes =
                judged(item("code", "text"), item("number", "integer"), declared("code::integer", Optional.empty()));
        assertEquals(List.of("MIG401 CAUTION", "MIG413 UNSAFE"), rules(changes));
    }

    @Test
    void withoutADeclarationTheTypeIsJudgedAsBefore() {
        assertTrue(rules(judged(item("code", "text"), item("number", "integer"), Optional.empty()))
                .contains("MIG207 UNSAFE"));
        assertEquals(
                List.of("MIG401 CAUTION", "MIG413 CAUTION"),
                rules(judged(item("code", "integer"), item("number", "bigint"), Optional.empty())));
    }

    @Test
    void aRenameOfAnEarlierMigrationConvertsNothing() {
        List<ClassifiedChange> changes = judged(
                item("number", "text"),
                item("number", "integer"),
                declared("code::integer", Optional.of("number::text")));
        assertFalse(rules(changes).contains("MIG413 CAUTION"));
        assertTrue(rules(changes).stream().anyMatch(r -> r.startsWith("MIG207")), changes::toString);
    }
}

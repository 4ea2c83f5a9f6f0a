package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.Dependent;
import dev.migratable.catalog.Dependent.Kind;
import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddForeignKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropTable;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.SetNotNull;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single rules find, and what they must not find. */
class RuleTest {

    private static final QualifiedName ITEM = QualifiedName.inPublic("item");
    private static final QualifiedName SHOP = QualifiedName.inPublic("shop");
    private static final QualifiedName EVENT = QualifiedName.inPublic("event");
    private static final CheckConstraint STATUS = new CheckConstraint("item_status", "status IN ('NEW', 'PAID')", true);
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        Table item = Table.of(
                        ITEM,
                        List.of(
                                Column.of("id", SqlType.parse("integer"), false),
                                Column.of("status", SqlType.parse("varchar(10)"), false),
                                Column.of("shop_id", SqlType.parse("integer"), true),
                                Column.of("sum", SqlType.parse("integer"), true)
                                        .withGenerated(Optional.of(new Generated("shop_id * 2", true)))),
                        Optional.of(PrimaryKey.of("item_pkey", List.of("id"))))
                .withCheckConstraints(List.of(STATUS))
                .withForeignKeys(List.of(ForeignKey.of("item_shop", List.of("shop_id"), SHOP, List.of("id"))))
                .withIndexes(List.of(Index.of("item_status_idx", false, List.of("status"))));
        Table shop = Table.of(
                SHOP,
                List.of(Column.of("id", SqlType.parse("bigint"), false)),
                Optional.of(PrimaryKey.of("shop_pkey", List.of("id"))));
        Table event = new Table(
                EVENT,
                List.of(
                        Column.of("k", SqlType.parse("integer"), false),
                        Column.of("v", SqlType.parse("integer"), true)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                new TableOptions(false, Optional.of("RANGE (k)"), Optional.empty(), Optional.empty()));
        return new Schema(List.of(item, shop, event), List.of());
    }

    private static ClassificationContext context(Schema desired, int version, Map<QualifiedName, Long> rows) {
        return new ClassificationContext(SCHEMA, desired, Declarations.NONE, version, true, rows, Set.of());
    }

    private static ClassifiedChange classify(Change change, ClassificationContext context) {
        return Classifier.classify(List.of(change), context).get(0);
    }

    private static ClassifiedChange classify(Change change) {
        return classify(change, context(SCHEMA, 18, Map.of()));
    }

    private static List<String> rules(ClassifiedChange change) {
        return change.findings().stream().map(f -> f.rule().value()).sorted().toList();
    }

    private static boolean finds(String rule, Change change) {
        return rules(classify(change)).contains(rule);
    }

    private static Change type(String column, String from, String to) {
        return new ChangeColumnType(ITEM, column, SqlType.parse(from), SqlType.parse(to));
    }

    @ParameterizedTest(name = "unique with default {0}: {1}")
    @CsvSource({"'0', true", "now(), true", "gen_random_uuid(), false", ", false"})
    void oneDefaultCannotFillAUniqueColumn(String value, boolean found) {
        Column token = Column.of("token", SqlType.parse("text"), true).withDefault(Optional.ofNullable(value));
        Schema desired = Change.applyAll(SCHEMA, List.of(new AddColumn(ITEM, token)));
        Change unique = new AddUnique(ITEM, UniqueConstraint.of("u", List.of("token")));
        ClassifiedChange judged = classify(unique, context(desired, 18, Map.of()));
        assertEquals(found, rules(judged).contains("MIG208"));
        assertEquals(value != null, judged.facts().mayFailOnData(), "NULL is never a duplicate");
        List<String> oneRow = rules(classify(unique, context(desired, 18, Map.of(ITEM, 1L))));
        assertEquals(found, oneRow.contains("MIG208"), "one row is an estimate, and may be two");
        assertFalse(rules(classify(unique, context(desired, 18, Map.of(ITEM, 0L))))
                .contains("MIG208"));
    }

    @Test
    void viewsAreKnownWhereADatabaseWasAsked() {
        Change drop = new DropColumn(ITEM, Column.of("status", SqlType.parse("varchar(10)"), false));
        Change table = new DropTable(SCHEMA.table(ITEM).orElseThrow());
        Change widened = type("status", "varchar(10)", "varchar(20)");
        assertFalse(finds("MIG209", drop));
        Evidence views = dependents(
                dependent(Kind.VIEW, "public.open_items", "status", ""),
                dependent(Kind.MATERIALIZED_VIEW, "public.paid_items", "status", ""));
        ClassificationContext asked = context(SCHEMA, 18, Map.of()).withEvidence(views);
        for (Change change : List.of(drop, table, widened)) {
            assertTrue(rules(classify(change, asked)).contains("MIG209"), change.description());
        }
        assertFalse(rules(classify(type("id", "integer", "bigint"), asked)).contains("MIG209"));
        String message = classify(drop, asked).findings().stream()
                .filter(f -> f.rule().value().equals("MIG209"))
                .findFirst()
                .orElseThrow()
                .message();
        assertEquals(
                "is dropped while view public.open_items, materialized view public.paid_items use it, which PostgreSQL refuses",
                message);
    }

    private static Evidence dependents(Dependent... dependents) {
        return new Evidence(Map.of(), Map.of(), List.of(dependents), Map.of());
    }

    private static Dependent dependent(Kind kind, String name, String column, String detail) {
        return new Dependent(kind, name, ITEM, Optional.ofNullable(column), detail);
    }

    @Test
    void aViewOnAColumnThatIsRenamedStaysWithTheOldOne() {
        Change rename = new RenameColumn(ITEM, "status", "state");
        Evidence asked = Evidence.ofDependents(
                List.of(
                        dependent(Kind.VIEW, "public.open_items", "status", ""),
                        dependent(Kind.TRIGGER, "~migratable_0001_item", "status", "")),
                List.of(rename));
        ClassifiedChange judged = classify(rename, context(SCHEMA, 18, Map.of()).withEvidence(asked));
        assertEquals(
                List.of(
                        "is renamed while view public.open_items uses it as status, so that the old column could not go"),
                messages("MIG209", judged));
    }

    @Test
    void aTableGoesWithItsTriggersAndNotUnderAChild() {
        Change drop = new DropTable(SCHEMA.table(ITEM).orElseThrow());
        Evidence own = dependents(
                dependent(Kind.TRIGGER, "audit", null, ""),
                dependent(Kind.PRIVILEGE, "PUBLIC", null, "SELECT"),
                dependent(Kind.VIEW, "public.all_items", null, ""),
                dependent(Kind.CHILD, "public.old_item", null, ""));
        assertEquals(
                List.of(
                        "is dropped while view public.all_items, child public.old_item use it, which PostgreSQL refuses"),
                messages("MIG209", classify(drop, context(SCHEMA, 18, Map.of()).withEvidence(own))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "BEFORE UPDATE ON, true",
        "AFTER INSERT OR UPDATE OR DELETE ON, true",
        "AFTER INSERT ON, false",
        "AFTER UPDATE OF status ON, false"
    })
    void aTriggerFiresForEachRowThatIsFilled(String event, boolean found) {
        Change add = new AddColumn(ITEM, Column.of("note", SqlType.parse("text"), true));
        String definition = "CREATE TRIGGER audit " + event + " public.item FOR EACH ROW EXECUTE FUNCTION f()";
        Evidence audit = dependents(dependent(Kind.TRIGGER, "audit", null, definition));
        Declarations filled = new Declarations(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Declarations.Backfill(new ColumnName(ITEM, "note"), "''", Optional.empty())),
                List.of());
        ClassificationContext declared =
                new ClassificationContext(SCHEMA, SCHEMA, filled, 18, true, Map.of(), Set.of(), audit);
        assertEquals(
                found ? List.of("is filled in every row, for each of which audit fires unless disabled") : List.of(),
                messages("MIG514", classify(add, declared)));
        ClassificationContext undeclared = context(SCHEMA, 18, Map.of()).withEvidence(audit);
        assertEquals(List.of(), messages("MIG514", classify(add, undeclared)));
        Column random = Column.of("token", SqlType.parse("uuid"), true).withDefault(Optional.of("gen_random_uuid()"));
        assertEquals(
                found,
                !messages("MIG514", classify(new AddColumn(ITEM, random), undeclared))
                        .isEmpty());
    }

    @Test
    void subscribersNeedTheColumnBeforeTheirPublisher() {
        Change add = new AddColumn(ITEM, Column.of("note", SqlType.parse("text"), true));
        Evidence published = dependents(dependent(Kind.PUBLICATION, "outbox", null, ""));
        ClassifiedChange judged = classify(add, context(SCHEMA, 18, Map.of()).withEvidence(published));
        assertEquals(Risk.CAUTION, judged.risk());
        assertEquals(
                List.of("changes while outbox publishes the table; a subscriber without the change stops at the first"
                        + " row that needs it"),
                messages("MIG513", judged));
        assertFalse(finds("MIG513", add));
    }

    private static List<String> messages(String rule, ClassifiedChange change) {
        return change.findings().stream()
                .filter(f -> f.rule().value().equals(rule))
                .map(Finding::message)
                .toList();
    }

    @Test
    void theOtherSideOfAForeignKeyIsLockedToo() {
        ClassifiedChange child = classify(type("shop_id", "integer", "bigint"));
        assertTrue(rules(child).contains("MIG308"));
        assertEquals(Map.of(SHOP, LockMode.ACCESS_EXCLUSIVE), child.facts().otherLocks());
        Change parent = new ChangeColumnType(SHOP, "id", SqlType.parse("bigint"), SqlType.parse("numeric"));
        assertEquals(
                Map.of(ITEM, LockMode.ACCESS_EXCLUSIVE),
                classify(parent).facts().otherLocks());
        assertFalse(finds("MIG308", type("id", "integer", "bigint")));
    }

    @Test
    void aPartitionedTableHasNoConcurrentWay() {
        assertTrue(finds("MIG309", new CreateIndex(EVENT, Index.of("i", false, List.of("v")))));
        assertFalse(finds("MIG309", new CreateIndex(ITEM, Index.of("i", false, List.of("id")))));
        Change key = new AddForeignKey(EVENT, ForeignKey.of("f", List.of("v"), SHOP, List.of("id")));
        assertFalse(finds("MIG309", key));
        assertTrue(rules(classify(key, context(SCHEMA, 17, Map.of()))).contains("MIG309"));
        Change type = new ChangeColumnType(EVENT, "k", SqlType.parse("integer"), SqlType.parse("bigint"));
        assertTrue(finds("MIG207", type), "a partition key keeps its type");
    }

    @Test
    void aColumnThatIsNoLongerComputedIsFound() {
        Change change =
                new ChangeGenerated(ITEM, "sum", Optional.of(new Generated("shop_id * 2", true)), Optional.empty());
        assertEquals(List.of("MIG410"), rules(classify(change)));
    }

    @Test
    void aCheckThatIsNotValidRefusesUpdates() {
        Change change = new AddCheck(ITEM, new CheckConstraint("c", "id > 0", false));
        assertEquals(List.of("MIG411"), rules(classify(change)));
        assertEquals(List.of(), rules(classify(change, context(SCHEMA, 18, Map.of(ITEM, 0L)))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "status IN ('NEW', 'PAID', 'ON_HOLD') | MIG304 MIG412",
                "status::text = ANY (ARRAY['NEW'::text, 'PAID'::text, 'ON_HOLD'::text]) | MIG304 MIG412",
                "status IN ('PAID', 'NEW') | MIG304",
                "status IN ('NEW') | MIG205 MIG304",
                "status IN ('NEW', 'ON_HOLD') | MIG205 MIG304 MIG412",
                "status NOT IN ('NEW', 'PAID', 'ON_HOLD') | MIG205 MIG304",
                "status <> 'NEW' | MIG205 MIG304",
            })
    void aCheckThatAllowsMoreValuesFailsOnNoRow(String expression, String expected) {
        ClassifiedChange change = classify(new AddCheck(ITEM, new CheckConstraint("c", expression, true)));
        assertEquals(List.of(expected.split(" ")), rules(change));
        assertEquals(expected.contains("MIG205"), change.facts().mayFailOnData());
    }

    @Test
    void jsonHasNoEquality() {
        assertTrue(finds("MIG508", new AddColumn(ITEM, Column.of("x", SqlType.parse("json"), true))));
        assertFalse(finds("MIG508", new AddColumn(ITEM, Column.of("x", SqlType.parse("jsonb"), true))));
        assertTrue(finds("MIG508", type("status", "varchar(10)", "json")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "now() | true",
                "CURRENT_TIMESTAMP | true",
                "timezone('utc'::text, now()) | true",
                "clock_timestamp() | false",
                "'now'::text | false",
                "1 | false",
            })
    void oldRowsGetTheTimeOfTheMigration(String value, boolean found) {
        Column column = Column.of("x", SqlType.parse("timestamptz"), true).withDefault(Optional.of(value));
        assertEquals(found, finds("MIG509", new AddColumn(ITEM, column)));
    }

    @Test
    void aForeignKeyWantsAnIndexAndOneType() {
        Change plain = new AddForeignKey(ITEM, ForeignKey.of("f", List.of("shop_id"), SHOP, List.of("id")));
        List<String> found = rules(classify(plain));
        assertTrue(found.contains("MIG510") && found.contains("MIG511"), found::toString);
        Schema desired = SCHEMA.editTable(
                        ITEM, t -> t.withIndexes(List.of(Index.of("i", false, List.of("shop_id", "status")))))
                .editTable(SHOP, t -> t.withColumns(List.of(Column.of("id", SqlType.parse("int4"), false))));
        assertEquals(List.of("MIG202", "MIG303"), rules(classify(plain, context(desired, 18, Map.of()))));
    }

    @Test
    void aDroppedIndexMayBeMissed() {
        Change drop = new DropIndex(ITEM, Index.of("item_status_idx", false, List.of("status")));
        Schema covered =
                SCHEMA.editTable(ITEM, t -> t.withIndexes(List.of(Index.of("wider", false, List.of("status", "id")))));
        Schema gone = SCHEMA.editTable(ITEM, t -> t.withIndexes(List.of()));
        assertEquals(List.of("MIG512"), rules(classify(drop, context(gone, 18, Map.of()))));
        assertEquals(List.of(), rules(classify(drop, context(covered, 18, Map.of()))));
        assertEquals(List.of(), rules(classify(drop, context(gone, 18, Map.of(ITEM, 10L)))));
    }

    @ParameterizedTest(name = "{0} of {1}, sampled {2}: {3}")
    @CsvSource({
        "17, 20431002, false, UNSAFE, '17 of 20,431,002 rows hold NULL, which makes it fail'",
        "0, 20431002, false, CAUTION, 'none of 20,431,002 rows hold NULL now, and one that does makes it fail'",
        "0, 99000, true, UNSAFE, 'none of 99,000 sampled rows hold NULL now, and one that does makes it fail'",
    })
    void findingsCountRows(long found, long read, boolean sampled, Risk risk, String words) {
        Change change = new SetNotNull(ITEM, "shop_id");
        RowCount count = new RowCount(found, read, sampled, Optional.empty());
        Evidence evidence = new Evidence(Map.of(change, count), Map.of(), List.of(), Map.of());
        Finding finding = classify(change, context(SCHEMA, 18, Map.of()).withEvidence(evidence)).findings().stream()
                .filter(f -> f.rule().value().equals("MIG204"))
                .findFirst()
                .orElseThrow();
        assertEquals(risk, finding.risk());
        assertEquals("becomes NOT NULL; " + words, finding.message());
    }

    @Test
    void aComputedColumnThatMustNotBeNullIsReadAndMayFail() {
        Column virtual = Column.of("x", SqlType.parse("integer"), false)
                .withGenerated(Optional.of(new Generated("shop_id + 1", false)));
        assertEquals(List.of("MIG201", "MIG304"), rules(classify(new AddColumn(ITEM, virtual))));
        Column stored = virtual.withGenerated(Optional.of(new Generated("shop_id + 1", true)));
        assertEquals(List.of("MIG201", "MIG306"), rules(classify(new AddColumn(ITEM, stored))));
    }

    @Test
    void anEnumTypeThatTheModelListsIsNoDomain() {
        AddColumn add = new AddColumn(
                ITEM, Column.of("mood", SqlType.parse("public.mood"), true).withDefault(Optional.of("'OK'")));
        assertEquals(List.of("MIG306"), rules(classify(add)));
        EnumType mood = new EnumType(QualifiedName.inPublic("mood"), List.of("OK"));
        Schema listing = SCHEMA.withEnumTypes(List.of(mood));
        assertEquals(List.of(), rules(classify(add, context(listing, 18, Map.of()))));
    }
}

package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.Dependent;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Evidence;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is not planned is refused with a reason and a way out, and then nothing else is planned either. */
class RefusalTest {
    @Test
    void aRequiredColumnNeedsAValue() {
        Refusal refusal = only(PlanCase.named("x")
                .from(table("t"))
                .to(table("t").required("c", "text").nullable("d", "text")));
        assertEquals("add column t.c text not null", refusal.change());
        assertTrue(refusal.wayOut().contains("@Backfill"), refusal::line);
    }

    @Test
    void aNameThatOldVersionsGoOnUsingIsNotGivenAway() {
        assertTrue(only(PlanCase.named("x")
                        .from(table("t").nullable("c", "text"))
                        .to(table("t").nullable("d", "text").nullable("c", "text"))
                        .renamed("t", "c", "d"))
                .reason()
                .contains("renames the column of that name"));
        assertTrue(only(PlanCase.named("x")
                        .from(table("t"))
                        .to(table("u"), table("t"))
                        .renamedTable("t", "u"))
                .reason()
                .contains("renames the table of that name"));
    }

    @Test
    void whatIsNotRetiredIsNotDropped() {
        assertTrue(
                only(PlanCase.named("x").from(table("t").nullable("c", "text")).to(table("t")))
                        .wayOut()
                        .contains("@Retired"));
        assertTrue(only(PlanCase.named("x").from(table("t"), table("u")).to(table("t")))
                .wayOut()
                .contains("@Retired"));
    }

    @Test
    void aTypeThatRunningVersionsCannotUseNeedsAnotherName() {
        Refusal refusal = only(PlanCase.named("x")
                .from(table("t").nullable("c", "date"))
                .to(table("t").nullable("c", "timestamp")));
        assertTrue(refusal.reason().contains("writes every row"), refusal::line);
        assertTrue(refusal.wayOut().contains("@ConvertUsing"), refusal::line);
    }

    @Test
    void aConversionUnderTheSameNameNeedsAnotherName() {
        Refusal refusal = only(PlanCase.named("x")
                .from(table("t").nullable("c", "integer"))
                .to(table("t").nullable("c", "bigint"))
                .converted("t", "c", "c * 100", "c / 100"));
        assertTrue(refusal.reason().contains("side by side"), refusal::line);
    }

    @Test
    void aKeyIsNotSwapped() {
        Table narrow = table("t").build();
        Refusal refusal = only(PlanCase.named("x")
                .from(TableBuilder.of(narrow.withColumns(List.of(Column.of("id", SqlType.parse("integer"), false)))))
                .to(table("t")));
        assertTrue(refusal.reason().contains("primary key"), refusal::line);
    }

    private static PlanCase converted(String backward) {
        return PlanCase.named("x")
                .from(table("t").nullable("a", "text").nullable("other", "text"))
                .to(table("t").nullable("b", "integer").nullable("other", "text"))
                .renamed("t", "a", "b")
                .converted("t", "b", "a::integer", backward);
    }

    @Test
    void aViewHidesTheRenameOfOneColumnAndNothingElse() {
        PlanCase more = PlanCase.named("x")
                .from(table("t").nullable("a", "text"))
                .to(table("t").nullable("b", "text").nullable("c", "text"))
                .aliased("t", "a", "b");
        assertTrue(only(more).reason().contains("another change of the table: add column t.c"), only(more)::line);
        PlanCase retyped = PlanCase.named("x")
                .from(table("t").nullable("a", "text"))
                .to(table("t").nullable("b", "integer"))
                .converted("t", "b", "a::integer", "b::text")
                .aliased("t", "a", "b");
        assertTrue(only(retyped).reason().contains("its type or its values"), only(retyped)::line);
        PlanCase taken = PlanCase.named("x")
                .from(table("t").nullable("a", "text"), table("t__base"))
                .to(table("t").nullable("b", "text"), table("t__base"))
                .aliased("t", "a", "b");
        assertTrue(only(taken).reason().contains("t__base"), only(taken)::line);
        PlanCase referenced = PlanCase.named("x")
                .from(table("t").nullable("a", "text"))
                .to(table("t").nullable("b", "text"), table("u").foreignKey("fk", "id", "t", ReferentialAction.CASCADE))
                .aliased("t", "a", "b");
        assertTrue(only(referenced).reason().contains("add foreign key on u(id)"), only(referenced)::line);
    }

    @Test
    void aConversionReadsNothingElse() {
        assertTrue(only(converted("b || other")).reason().contains("reads other"));
        assertEquals(List.of(), converted("b::text").result().refusals());
    }

    @Test
    void aConversionNeedsAWayBack() {
        PlanCase oneWay = PlanCase.named("x")
                .from(table("t").nullable("a", "text"))
                .to(table("t").nullable("b", "integer"))
                .renamed("t", "a", "b")
                .backfilled("t", "b", "a::integer");
        assertTrue(only(oneWay).wayOut().contains("backward"));
    }

    @Test
    void aSequenceDoesNotGoWithTheOldColumn() {
        SqlType integer = SqlType.parse("integer");
        Refusal refusal = only(PlanCase.named("x")
                .from(table("t").required("n", "integer", "nextval('t_n_seq'::regclass)"))
                .fromSequence(owned(integer))
                .to(table("t").required("n", "bigint", "nextval('t_n_seq'::regclass)"))
                .toSequence(owned(integer)));
        assertTrue(refusal.reason().contains("sequence t_n_seq belongs to it"), refusal::line);
    }

    @Test
    void whatIsDeclaredOfAnotherColumnIsNotPassedOver() {
        PlanCase other = PlanCase.named("x")
                .from(table("t").nullable("a", "numeric").nullable("other", "text"))
                .to(table("t").nullable("b", "integer").nullable("other", "text"))
                .renamed("t", "a", "b")
                .converted("t", "b", "other::integer", "b::numeric");
        assertTrue(only(other).reason().contains("does not read a"));
        PlanCase kept = PlanCase.named("x")
                .from(table("t").nullable("a", "text"))
                .to(table("t").nullable("a", "text").nullable("b", "text"))
                .converted("t", "b", "upper(a)", "lower(b)");
        assertTrue(only(kept).reason().contains("reads no column that the same edit retires"));
    }

    private static PlanCase merged(String... reverse) {
        return PlanCase.named("x")
                .from(table("t").nullable("a", "text").nullable("b", "text").nullable("other", "text"))
                .to(table("t").nullable("c", "text").nullable("other", "text"))
                .retired("t", "a", "b")
                .converted("t", "c", "a || b", reverse);
    }

    @Test
    void everyMergedColumnNeedsOneWayBack() {
        assertEquals(
                List.of(),
                merged("a=left(c, 1)", "\"b\" = substr(c, 2)").result().refusals());
        Refusal missing = only(merged("a=left(c, 1)"));
        assertTrue(missing.reason().contains("nothing says how b is made"), missing::line);
        assertTrue(missing.wayOut().contains("reverse = \"b=…\""), missing::line);
        assertTrue(only(merged("a=left(c, 1)", "a=c", "b=c")).reason().contains("in 2 ways"));
        assertTrue(only(merged("a=left(c, 1)", "b=other")).reason().contains("reads other"));
    }

    @Test
    void aTypeKeepsItsValuesAndTheirOrder() {
        Refusal removed = only(typed(List.of("A", "B"), List.of("A")));
        assertEquals("drop value B of type e", removed.change());
        assertTrue(removed.reason().contains("takes no value out"), removed::line);
        assertTrue(removed.wayOut().contains("@ConvertUsing"), removed::line);
        Refusal moved = only(typed(List.of("A", "B"), List.of("B", "A")));
        assertEquals("change order of type e from A, B to B, A", moved.change());
    }

    private static PlanCase typed(List<String> from, List<String> to) {
        QualifiedName name = QualifiedName.inPublic("e");
        return PlanCase.named("x")
                .from(table("t").nullable("a", "public.e"))
                .to(table("t").nullable("a", "public.e"))
                .fromType(new EnumType(name, from))
                .toType(new EnumType(name, to));
    }

    private static Sequence owned(SqlType type) {
        return new Sequence(
                QualifiedName.inPublic("t_n_seq"),
                type,
                SequenceOptions.ascending(type, 1, 1),
                Optional.of(new ColumnName(QualifiedName.inPublic("t"), "n")));
    }

    @Test
    void narrowingIsRefused() {
        only(PlanCase.named("x")
                .from(table("t").nullable("c", "varchar(20)"))
                .to(table("t").nullable("c", "varchar(10)")));
    }

    @Test
    void aRenamedColumnMustNotBeReferenced() {
        Refusal refusal = only(PlanCase.named("x")
                .from(
                        table("t"),
                        table("u")
                                .nullable("t_id", "bigint")
                                .foreignKey("fk", "t_id", "t", ReferentialAction.NO_ACTION))
                .to(keyedBy("key"), table("u").nullable("t_id", "bigint"))
                .renamed("t", "id", "key"));
        assertEquals("it is part of the primary key", refusal.reason());
    }

    private static TableBuilder keyedBy(String column) {
        Table table = table("t").build();
        Table renamed = table.withColumns(List.of(Column.of(column, SqlType.parse("bigint"), false)))
                .withPrimaryKey(Optional.of(PrimaryKey.of("t_pkey", List.of(column))));
        return TableBuilder.of(renamed);
    }

    @Test
    void aRenameNeedsAnEquality() {
        assertTrue(only(PlanCase.named("x")
                        .from(table("t").nullable("a", "json"))
                        .to(table("t").nullable("b", "json"))
                        .renamed("t", "a", "b"))
                .reason()
                .contains("cannot be compared"));
    }

    @Test
    void aRenamedColumnKeepsItsDefault() {
        assertTrue(only(PlanCase.named("x")
                        .from(table("t").nullable("a", "text", "'x'"))
                        .to(table("t").nullable("b", "text", "'y'"))
                        .renamed("t", "a", "b"))
                .reason()
                .contains("renamed in the same migration"));
    }

    @Test
    void whatTheServerRefusesIsNotPlanned() {
        Table narrow = table("t").nullable("a", "varchar(10)").build();
        Column derived =
                Column.of("g", SqlType.parse("text"), true).withGenerated(Optional.of(new Generated("upper(a)", true)));
        Schema plain = new Schema(List.of(narrow), List.of());
        Schema generating = new Schema(List.of(narrow.withColumns(Lists.append(narrow.columns(), derived))), List.of());
        UnaryOperator<Schema> widen = schema -> schema.editTable(
                QualifiedName.inPublic("t"),
                t -> t.withColumns(t.columns().stream()
                        .map(c -> c.name().equals("a") ? c.withType(SqlType.parse("varchar(20)")) : c)
                        .toList()));
        assertEquals(List.of(), refusals(plain, widen.apply(plain), Evidence.NONE));
        assertEquals(
                List.of("it changes its type while g is generated from it, which PostgreSQL refuses"),
                refusals(generating, widen.apply(generating), Evidence.NONE));
        Dependent view =
                new Dependent(Dependent.Kind.VIEW, "public.v", QualifiedName.inPublic("t"), Optional.of("a"), "");
        assertEquals(
                List.of("it changes its type while view public.v uses it, which PostgreSQL refuses"),
                refusals(plain, widen.apply(plain), new Evidence(Map.of(), Map.of(), List.of(view), Map.of())));
    }

    private static List<String> refusals(Schema from, Schema to, Evidence evidence) {
        Model model = new Model(to, Declarations.NONE);
        return Planner.plan(new PlanRequest(
                        "0001_x",
                        from,
                        model,
                        Generator.judge(from, model, evidence, ClassificationContext.NEWEST_SERVER),
                        List.of()))
                .refusals()
                .stream()
                .map(Refusal::reason)
                .toList();
    }

    @Test
    void aTableIsNotWrittenAgainUnlessSomebodyAcceptsThat() {
        PlanCase unlogged = PlanCase.named("x")
                .from(table("t").settings(Map.of()))
                .to(table("t")
                        .settings(Map.of())
                        .edit(t -> t.withOptions(t.options().withUnlogged(true))))
                .accepted("t", "MIG310");
        Refusal refusal = only(unlogged);
        assertTrue(refusal.reason().contains("MIG105 it becomes unlogged; the next crash"), refusal::line);
        assertTrue(refusal.wayOut().contains("accept MIG105 with"), refusal::line);
    }

    @Test
    void aColumnWhoseNumbersVersionsChooseBecomesNoIdentityUnlessItIsUnique() {
        Column plain = Column.of("n", SqlType.parse("bigint"), false);
        Identity identity = new Identity(false, SequenceOptions.defaults(SqlType.parse("bigint")));
        PlanCase come = PlanCase.named("x")
                .from(table("t").add(plain))
                .to(table("t").add(plain.withIdentity(Optional.of(identity))));
        assertTrue(only(come).reason().contains("no unique index on it alone"));
        Identity down = new Identity(false, new SequenceOptions(-1, -1, -99, -1, 1, false));
        PlanCase turn = PlanCase.named("x")
                .from(table("t").add(plain.withIdentity(Optional.of(identity))))
                .to(table("t").add(plain.withIdentity(Optional.of(down))));
        assertTrue(only(turn).reason().contains("count the other way"));
    }

    @Test
    void aColumnThatNeedsAValueDoesNotGoWithItsKey() {
        Table keyed = table("t").required("code", "text").build();
        Table bare = keyed.withColumns(List.of(Column.of("code", SqlType.parse("text"), false)))
                .withPrimaryKey(Optional.of(PrimaryKey.of("t_pkey", List.of("code"))));
        Refusal refusal = only(PlanCase.named("x")
                .from(TableBuilder.of(keyed))
                .to(TableBuilder.of(bare))
                .retired("t", "id"));
        assertTrue(refusal.reason().contains("part of the primary key until the contract"), refusal::line);
    }

    @Test
    void aSequenceIsNotRenamedIntoOneThatBeginsAnew() {
        Refusal refusal = only(PlanCase.named("x")
                .from(table("client"))
                .to(table("customer"))
                .renamedTable("client", "customer")
                .fromSequence(sequence("client_seq", 1))
                .toSequence(sequence("customer_seq", 5_000)));
        assertEquals("create sequence customer_seq", refusal.change());
        assertTrue(refusal.wayOut().contains("@SequenceGenerator(sequenceName = \"client_seq\")"), refusal::line);
    }

    @Test
    void aSequenceForATableWithRowsDoesNotBeginAtOne() {
        PlanCase planCase = PlanCase.named("x").from(table("customer")).to(table("customer"));
        assertTrue(only(planCase.toSequence(sequence("customer_seq", 1)))
                .wayOut()
                .contains("@SequenceGenerator(sequenceName = \"customer_seq\", initialValue = ...)"));
        assertEquals(
                List.of(),
                PlanCase.named("x")
                        .from(table("customer"))
                        .to(table("customer"))
                        .toSequence(sequence("customer_seq", 5_000))
                        .result()
                        .refusals());
    }

    private static Sequence sequence(String name, long start) {
        SqlType bigint = SqlType.parse("bigint");
        return new Sequence(
                QualifiedName.inPublic(name), bigint, SequenceOptions.ascending(bigint, start, 50), Optional.empty());
    }

    @Test
    void aMigrationWaitsForTheContractOfAnEarlierOneOnItsTables() {
        PlanCase first = TransitionCases.renameColumn();
        Model next = new Model(
                first.after()
                        .schema()
                        .editTable(QualifiedName.inPublic("customer"), t -> t.withComment(Optional.of("x"))),
                first.after().declarations());
        PlanResult result = Planner.plan(new PlanRequest(
                "0003_next",
                first.after().schema(),
                next,
                Generator.judge(first.after().schema(), next),
                List.of(first.result().plan().orElseThrow())));
        assertEquals(List.of(PlanCase.ID), result.plan().orElseThrow().requiresContracted());
    }

    private static Refusal only(PlanCase planCase) {
        PlanResult result = planCase.result();
        assertTrue(result.plan().isEmpty());
        assertEquals(1, result.refusals().size(), () -> result.refusals().toString());
        return result.refusals().get(0);
    }
}

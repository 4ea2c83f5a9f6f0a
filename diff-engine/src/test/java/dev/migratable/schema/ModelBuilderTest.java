package dev.migratable.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelBuilderTest {

    private static final QualifiedName A = new QualifiedName("s", "a");
    private static final QualifiedName B = new QualifiedName("s", "b");
    private static final SequenceOptions OPTIONS = new SequenceOptions(5, 2, 1, 99, 3, true);

    private final ModelBuilder model = new ModelBuilder();

    private Table only() {
        return model.build().schema().tables().get(0);
    }

    private static Column column(String name, SqlType type) {
        return Column.of(name, type, true);
    }

    @Test
    void aTableIsBuiltInSeveralPlaces() {
        assertSame(model.table("s", "a"), model.table("s", "a"));
        model.table("s", "a").comment("all");
        assertEquals(Optional.of("all"), only().comment());
    }

    @Test
    void columnsHaveEverythingThatIsSaid() {
        TableBuilder table = model.table("s", "a");
        table.column("a", "numeric(12,2)").notNull().defaultValue("1").comment("c");
        table.columnOfType("b", "character", 1, "3").collation("pg_catalog.C");
        table.column("c", "bigint").identity(true, 5, 2, 1, 99, 3, true);
        table.column("d", "text").generatedStored("lower(b)");
        table.column("e", "text").generatedVirtual("upper(b)");
        assertEquals(
                List.of(
                        column("a", new SqlType("numeric", List.of("12", "2"), 0))
                                .withNullable(false)
                                .withDefault(Optional.of("1"))
                                .withComment(Optional.of("c")),
                        column("b", new SqlType("character", List.of("3"), 1))
                                .withCollation(Optional.of("pg_catalog.C")),
                        column("c", SqlType.parse("bigint")).withIdentity(Optional.of(new Identity(true, OPTIONS))),
                        column("d", SqlType.parse("text")).withGenerated(Optional.of(new Generated("lower(b)", true))),
                        column("e", SqlType.parse("text"))
                                .withGenerated(Optional.of(new Generated("upper(b)", false)))),
                only().columns());
    }

    @Test
    void constraintsHaveEverythingThatIsSaid() {
        TableBuilder table = model.table("s", "a");
        table.primaryKey("p", "a", "b").include("c").checked(Deferrability.INITIALLY_DEFERRED);
        table.unique("u", "a").nullsNotDistinct().include("c").checked(Deferrability.INITIALLY_IMMEDIATE);
        table.foreignKey("f", "a")
                .references("s", "b", "id")
                .onDelete(ReferentialAction.CASCADE)
                .onUpdate(ReferentialAction.SET_NULL)
                .matchFull()
                .checked(Deferrability.INITIALLY_DEFERRED)
                .notValid();
        table.check("c", "a > 0");
        table.checkNotValid("d", "b > 0");
        Table built = only();
        assertEquals(
                Optional.of(new PrimaryKey("p", List.of("a", "b"), List.of("c"), Deferrability.INITIALLY_DEFERRED)),
                built.primaryKey());
        assertEquals(
                List.of(new UniqueConstraint("u", List.of("a"), List.of("c"), true, Deferrability.INITIALLY_IMMEDIATE)),
                built.uniqueConstraints());
        assertEquals(
                List.of(new ForeignKey(
                        "f",
                        List.of("a"),
                        B,
                        List.of("id"),
                        ReferentialAction.CASCADE,
                        ReferentialAction.SET_NULL,
                        true,
                        Deferrability.INITIALLY_DEFERRED,
                        false)),
                built.foreignKeys());
        assertEquals(
                List.of(new CheckConstraint("c", "a > 0", true), new CheckConstraint("d", "b > 0", false)),
                built.checkConstraints());
    }

    @Test
    void indexesHaveEverythingThatIsSaid() {
        TableBuilder table = model.table("s", "a");
        table.index("i", "a", "b");
        table.index("j")
                .key("a")
                .descending()
                .nullsFirst()
                .expression("lower(b)")
                .operatorClass("text_pattern_ops")
                .collation("pg_catalog.C")
                .unique()
                .method("gist")
                .include("c")
                .where("a > 0")
                .nullsNotDistinct()
                .notValid();
        IndexKey first = new IndexKey("a", false, true, true, Optional.empty(), Optional.empty());
        IndexKey second = new IndexKey(
                "lower(b)", true, false, false, Optional.of("text_pattern_ops"), Optional.of("pg_catalog.C"));
        assertEquals(
                List.of(
                        Index.of("i", false, List.of("a", "b")),
                        new Index(
                                "j",
                                true,
                                "gist",
                                List.of(first, second),
                                List.of("c"),
                                Optional.of("a > 0"),
                                true,
                                false)),
                only().indexes());
    }

    @Test
    void sequencesDeclarationsAndContributionsAreKept() {
        model.sequence("s", "q", "integer", 5, 2, 1, 99, 3, true);
        model.ownedBy("s", "a", "id");
        model.contribution("s", "b").column("x", "text");
        model.columnRenamed("s", "a", "old", "new");
        model.tableRenamed("s", "b", "s", "a");
        model.tableRetired("s", "b");
        model.columnRetired("s", "a", "gone");
        model.backfill("s", "a", "x", "1");
        model.conversion("s", "a", "y", "y * 2", "y / 2");
        model.riskAccepted("s", "a", "MIG301", "small");
        model.columnRiskAccepted("s", "a", "x", "MIG204", "empty");
        Declarations declarations = new Declarations(
                List.of(new Declarations.ColumnRename(A, "old", "new")),
                List.of(new Declarations.TableRename(B, A)),
                List.of(
                        new Declarations.Retirement(B, Optional.empty()),
                        new Declarations.Retirement(A, Optional.of("gone"))),
                List.of(
                        new Declarations.Backfill(new ColumnName(A, "x"), "1", Optional.empty()),
                        new Declarations.Backfill(new ColumnName(A, "y"), "y * 2", Optional.of("y / 2"))),
                List.of(
                        new Declarations.AcceptedRisk(A, Optional.empty(), "MIG301", "small"),
                        new Declarations.AcceptedRisk(A, Optional.of("x"), "MIG204", "empty")));
        Sequence sequence = new Sequence(
                new QualifiedName("s", "q"), SqlType.parse("integer"), OPTIONS, Optional.of(new ColumnName(A, "id")));
        Table contribution = Table.of(B, List.of(column("x", SqlType.parse("text"))), Optional.empty());
        assertEquals(
                new Model(
                        new Schema(List.of(), List.of(sequence)),
                        declarations,
                        new Schema(List.of(contribution), List.of())),
                model.build());
    }
}

package dev.migratable.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.change.Change;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnedScopeTest {

    private static final QualifiedName T = QualifiedName.inPublic("t");
    private static final QualifiedName AUDIT = QualifiedName.inPublic("audit");
    private static final SqlType BIGINT = SqlType.parse("bigint");
    private static final Column ID = Column.of("id", BIGINT, false);
    private static final Column STATUS = Column.of("status", SqlType.parse("text"), true);
    private static final Column OLD = Column.of("old", BIGINT, true);
    private static final Table MODEL =
            Table.of(T, List.of(ID, STATUS), Optional.of(PrimaryKey.of("t_pkey", List.of("id"))));

    private static List<String> words(List<Change> changes) {
        return changes.stream()
                .map(c -> c.getClass().getSimpleName() + " " + c.table().name())
                .toList();
    }

    private static OwnedScope.Result split(Schema live, Model model) {
        return OwnedScope.split(SchemaDiffer.diff(live, model), model);
    }

    private static Model model(Table table, Retirement... retirements) {
        return new Model(
                new Schema(List.of(table), List.of()),
                new Declarations(List.of(), List.of(), List.of(retirements), List.of(), List.of()));
    }

    private static Schema live(Table... tables) {
        return new Schema(List.of(tables), List.of());
    }

    @Test
    void whatTheModelDoesNotSpeakOfIsLeftOver() {
        Table audit = Table.of(AUDIT, List.of(ID, OLD), Optional.empty())
                .withForeignKeys(List.of(ForeignKey.of("f", List.of("old"), T, List.of("id"))));
        Table table = MODEL.withColumns(List.of(ID, STATUS.withComment(Optional.of("by the DBA")), OLD))
                .withIndexes(List.of(Index.of("dba_idx", false, List.of("status"))))
                .withUniqueConstraints(List.of(UniqueConstraint.of("dba_key", List.of("status", "id"))))
                .withCheckConstraints(List.of(new CheckConstraint("dba_check", "status <> ''", true)))
                .withComment(Optional.of("by the DBA"));
        Sequence sequence = new Sequence(
                QualifiedName.inPublic("dba_seq"), BIGINT, SequenceOptions.defaults(BIGINT), Optional.empty());
        OwnedScope.Result result = split(new Schema(List.of(audit, table), List.of(sequence)), model(MODEL));
        assertEquals(List.of(), words(result.changes()));
        assertEquals(
                List.of(
                        "DropForeignKey audit",
                        "DropUnique t",
                        "DropIndex t",
                        "DropCheck t",
                        "ChangeColumnComment t",
                        "ChangeTableComment t",
                        "DropColumn t",
                        "DropTable audit",
                        "DropSequence dba_seq"),
                words(result.leftovers()));
    }

    @Test
    void whatTheModelRetiredGoesWithWhatDependsOnIt() {
        Table table = MODEL.withColumns(List.of(ID, STATUS, OLD))
                .withIndexes(List.of(Index.of("old_idx", false, List.of("old"))));
        OwnedScope.Result result = split(live(table), model(MODEL, new Retirement(T, Optional.of("old"))));
        assertEquals(List.of("DropIndex t", "DropColumn t"), words(result.changes()));
        assertEquals(List.of(), words(result.leftovers()));
        Table audit = Table.of(AUDIT, List.of(ID), Optional.empty());
        assertEquals(
                List.of("DropTable audit"),
                words(split(live(MODEL, audit), model(MODEL, new Retirement(AUDIT, Optional.empty())))
                        .changes()));
    }

    @Test
    void whatTheModelReplacesGoes() {
        Table present = MODEL.withCheckConstraints(
                        List.of(new CheckConstraint("status_check", "status IN ('A')", true)))
                .withIndexes(List.of(Index.of("status_idx", false, List.of("status"))))
                .withUniqueConstraints(List.of(UniqueConstraint.of("k", List.of("id", "status"))));
        Table wanted = MODEL.withCheckConstraints(
                        List.of(new CheckConstraint("other_name", "status IN ('A', 'B')", true)))
                .withIndexes(List.of(Index.of("status_idx", false, List.of("status", "id"))))
                .withUniqueConstraints(List.of(UniqueConstraint.of("k2", List.of("status", "id"))));
        OwnedScope.Result result = split(live(present), model(wanted));
        assertEquals(
                List.of("DropUnique t", "DropCheck t", "AddUnique t", "CreateIndex t", "DropIndex t", "AddCheck t"),
                words(result.changes()));
        assertEquals(List.of(), words(result.leftovers()));
    }

    @Test
    void aDefaultIsLeftOverUnlessSomethingTakesItsPlace() {
        Table present = MODEL.withColumns(List.of(ID, STATUS.withDefault(Optional.of("'A'"))));
        assertEquals(
                List.of("ChangeDefault t"),
                words(split(live(present), model(MODEL)).leftovers()));
        Table retyped = MODEL.withColumns(List.of(ID, STATUS.withType(BIGINT).withDefault(Optional.of("1"))));
        assertEquals(
                List.of("ChangeDefault t", "ChangeColumnType t", "ChangeDefault t"),
                words(split(live(present), model(retyped)).changes()));
    }

    @Test
    void looseningAndTighteningAreNeverLeftOver() {
        Table present = MODEL.withColumns(List.of(ID, STATUS.withNullable(false)));
        assertEquals(
                List.of("DropNotNull t"),
                words(split(live(present), model(MODEL)).changes()));
        Table wanted = MODEL.withColumns(List.of(ID, STATUS.withNullable(false), OLD));
        assertEquals(
                List.of("AddColumn t", "SetNotNull t"),
                words(split(live(MODEL), model(wanted)).changes()));
    }

    @Test
    void whatAModelCannotSayIsLeftOver() {
        Table present = new Table(
                T,
                MODEL.columns(),
                MODEL.primaryKey(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ExclusionConstraint("e", "EXCLUDE USING gist (r WITH &&)")),
                List.of(),
                Optional.empty(),
                new TableOptions(true, Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals(
                List.of("UnsupportedChange t"),
                words(split(live(present), model(MODEL)).leftovers()));
    }
}

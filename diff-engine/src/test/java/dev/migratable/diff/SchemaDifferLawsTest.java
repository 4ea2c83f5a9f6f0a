package dev.migratable.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.change.Change;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.SettingChange;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaDifferLawsTest {

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    private static Model model(Schema schema) {
        return new Model(schema, Declarations.NONE);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSchemaDoesNotDifferFromItself(long seed) {
        Schema schema = new RandomSchemas(seed).next();
        assertEquals(List.of(), SchemaDiffer.diff(schema, model(schema)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theChangesLeadFromOneToTheOther(long seed) {
        RandomSchemas random = new RandomSchemas(seed);
        Schema current = random.next();
        Schema desired = random.next();
        List<Change> changes = SchemaDiffer.diff(current, model(desired));
        Schema result = Change.applyAll(current, changes);
        assertEquals(Canonical.of(desired), Canonical.of(result), changes::toString);
        assertEquals(List.of(), SchemaDiffer.diff(result, model(desired)), changes::toString);
        assertEquals(changes, SchemaDiffer.diff(current, model(desired)), "the same input gives the same list");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachInverseLeadsBack(long seed) {
        RandomSchemas random = new RandomSchemas(seed);
        Schema before = random.next();
        for (Change change : SchemaDiffer.diff(before, model(random.next()))) {
            Schema after = change.applyTo(before);
            Optional<Change> inverse = change.inverse();
            if (inverse.isPresent() && !takesSequenceAlong(change, before)) {
                Schema back = inverse.get().applyTo(after);
                boolean setting = change instanceof SettingChange;
                assertEquals(
                        Canonical.of(setting ? before : bare(before)),
                        Canonical.of(setting ? back : bare(back)),
                        change::toString);
            }
            before = after;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aModelThatSpeaksOfNoSettingsLeavesThemAlone(long seed) {
        Schema live = new RandomSchemas(seed).next();
        Schema entities = bare(live.withTables(live.tables().stream()
                .map(t -> t.withOptions(TableOptions.ORDINARY))
                .toList()));
        assertEquals(List.of(), SchemaDiffer.diff(live, model(entities)));
        assertEquals(List.of(), SchemaDiffer.diff(entities, model(live.withTables(settingsOnly(live)))));
    }

    private static List<Table> settingsOnly(Schema live) {
        return live.tables().stream()
                .map(t -> t.withOptions(TableOptions.ORDINARY))
                .toList();
    }

    /** The server forgets settings along with a type, an index or a constraint. */
    private static Schema bare(Schema schema) {
        List<Sequence> sequences = schema.sequences().stream()
                .map(s -> s.withUnlogged(Optional.empty()))
                .toList();
        return schema.withSequences(sequences)
                .withTables(schema.tables().stream()
                        .map(t -> t.withColumns(t.columns().stream()
                                        .map(c -> c.withSettings(ColumnSettings.NONE))
                                        .toList())
                                .withIndexes(t.indexes().stream()
                                        .map(i -> i.withParameters(Map.of()))
                                        .toList())
                                .withSettings(Optional.empty()))
                        .toList());
    }

    private static boolean takesSequenceAlong(Change change, Schema before) {
        Predicate<ColumnName> goes = change instanceof DropColumn drop
                ? new ColumnName(drop.table(), drop.column().name())::equals
                : c -> (change instanceof DropTable || change instanceof ChangePersistence)
                        && c.table().equals(change.table());
        return before.sequences().stream()
                .anyMatch(s -> s.ownedBy().filter(goes).isPresent());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void declaredRenamesAreAllThatDiffers(long seed) {
        RandomSchemas random = new RandomSchemas(seed);
        Schema current = random.next();
        List<Change> renames = new ArrayList<>();
        List<Declarations.TableRename> tables = new ArrayList<>();
        List<Declarations.ColumnRename> columns = new ArrayList<>();
        for (Table table : current.tables()) {
            QualifiedName name = table.name();
            if (random.chance(50)) {
                QualifiedName newName = name.withName(name.name() + "_new");
                renames.add(new RenameTable(name, newName));
                tables.add(new Declarations.TableRename(name, newName));
                name = newName;
            }
            String column = random.pick(table.columns()).name();
            renames.add(new RenameColumn(name, column, column + "_new"));
            columns.add(new Declarations.ColumnRename(name, column, column + "_new"));
        }
        Schema renamed = Change.applyAll(current, renames);
        Declarations declarations = new Declarations(columns, tables, List.of(), List.of(), List.of());
        List<Change> changes = SchemaDiffer.diff(current, new Model(renamed, declarations));
        assertEquals(renamed, Change.applyAll(current, changes));
        assertEquals(renames.size(), changes.size(), changes::toString);
        List<Change> back = new ArrayList<>();
        changes.forEach(c -> back.add(0, c.inverse().orElseThrow()));
        assertEquals(current, Change.applyAll(renamed, back));
    }

    @Test
    void everythingIsCreatedFromNothingAndDroppedToNothing() {
        Schema schema = new RandomSchemas(7).next();
        List<Change> creation = SchemaDiffer.diff(Schema.EMPTY, model(schema));
        assertEquals(Canonical.of(schema), Canonical.of(Change.applyAll(Schema.EMPTY, creation)));
        assertEquals(Schema.EMPTY, Change.applyAll(schema, SchemaDiffer.diff(schema, model(Schema.EMPTY))));
    }

    /** A differ that looked at every table for every table would not come back in a build's time. */
    @Test
    void tenThousandTables() {
        Table template = new RandomSchemas(1)
                .next()
                .tables()
                .get(0)
                .withForeignKeys(List.of())
                .withIndexes(List.of())
                .withUniqueConstraints(List.of())
                .withPrimaryKey(Optional.empty());
        List<Table> tables = IntStream.range(0, 10_000)
                .mapToObj(i -> template.withName(QualifiedName.inPublic("table_" + i)))
                .toList();
        Schema large = new Schema(tables, List.of());
        List<Change> changes = SchemaDiffer.diff(Schema.EMPTY, model(large));
        assertEquals(
                10_000, changes.stream().filter(CreateTable.class::isInstance).count());
        assertEquals(large, Change.applyAll(Schema.EMPTY, changes));
        assertEquals(List.of(), SchemaDiffer.diff(large, model(large)));
    }
}

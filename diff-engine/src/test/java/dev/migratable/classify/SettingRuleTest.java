package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.ChangeStatisticsTarget;
import dev.migratable.change.ChangeStorage;
import dev.migratable.change.ChangeStorageParameters;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the rules say of settings, and where they say nothing. */
class SettingRuleTest {

    private static final QualifiedName T = QualifiedName.inPublic("t");
    private static final SqlType SHORT = SqlType.parse("varchar(10)");
    private static final SqlType LONG = SqlType.parse("varchar(20)");

    private static Schema schema(ColumnSettings settings, Optional<TableSettings> known) {
        Column body = Column.of("body", SHORT, true).withSettings(settings);
        return new Schema(List.of(Table.of(T, List.of(body), Optional.empty()).withSettings(known)), List.of());
    }

    private static final Schema PLAIN = schema(ColumnSettings.NONE, Optional.of(TableSettings.NONE));

    private static List<String> rules(Change change, Schema current, Schema desired, Map<QualifiedName, Long> rows) {
        ClassificationContext context =
                new ClassificationContext(current, desired, Declarations.NONE, 18, true, rows, Set.of());
        return Classifier.classify(List.of(change), context).get(0).findings().stream()
                .map(f -> f.rule() + " " + f.risk())
                .toList();
    }

    private static List<String> rules(Change change, Map<QualifiedName, Long> rows) {
        return rules(change, PLAIN, PLAIN, rows);
    }

    @Test
    void aTinyTableIsWrittenAgainWithoutHarmAndIsStillLostInACrash() {
        Change unlogged = new ChangePersistence(T, true);
        assertEquals(List.of("MIG105 UNSAFE", "MIG310 UNSAFE"), rules(unlogged, Map.of()));
        assertEquals(List.of("MIG105 UNSAFE"), rules(unlogged, Map.of(T, 10L)));
        assertEquals(List.of("MIG310 UNSAFE"), rules(new ChangePersistence(T, false), Map.of()));
    }

    @Test
    void whatIsStoredStaysUnlessThereIsNothing() {
        Change storage = new ChangeStorage(T, "body", Optional.empty(), Optional.of("external"));
        assertEquals(List.of("MIG515 CAUTION"), rules(storage, Map.of()));
        assertEquals(List.of(), rules(storage, Map.of(T, 0L)));
        assertEquals(
                List.of(), rules(new ChangeStatisticsTarget(T, "body", Optional.empty(), Optional.of(5)), Map.of()));
    }

    @Test
    void autovacuumIsMissedOnce() {
        Map<String, String> off = Map.of("autovacuum_enabled", "OFF");
        Map<String, String> offAndFilled = Map.of("autovacuum_enabled", "off", "fillfactor", "70");
        assertEquals(List.of("MIG516 CAUTION"), rules(new ChangeStorageParameters(T, Map.of(), off), Map.of()));
        assertEquals(List.of("MIG515 CAUTION"), rules(new ChangeStorageParameters(T, off, offAndFilled), Map.of()));
        assertEquals(List.of(), rules(new ChangeStorageParameters(T, off, Map.of()), Map.of()));
    }

    @Test
    void aTypeTakesStorageAlongUnlessTheOtherSideKnowsOfIt() {
        ColumnSettings external =
                new ColumnSettings(Optional.of("external"), Optional.of("lz4"), Optional.of(5), Map.of());
        Schema tuned = schema(external, Optional.of(TableSettings.NONE));
        Schema entities = schema(ColumnSettings.NONE, Optional.empty());
        Change type = new ChangeColumnType(T, "body", SHORT, LONG);
        assertEquals(List.of("MIG517 CAUTION"), rules(type, tuned, entities, Map.of()));
        assertEquals(List.of(), rules(type, tuned, tuned, Map.of()));
        assertEquals(List.of(), rules(type, PLAIN, entities, Map.of()));
    }
}

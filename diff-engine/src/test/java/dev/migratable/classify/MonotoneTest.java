package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.Change;
import dev.migratable.change.CreateTable;
import dev.migratable.diff.RandomSchemas;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More rows never lower the risk, and a table of unknown size is as risky as the largest. */
class MonotoneTest {

    private static final List<Long> SIZES = List.of(0L, 1L, 100L, 10_000L, 1_000_000L, 100_000_000L);

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreRowsNeverLowerTheRisk(long seed) {
        RandomSchemas random = new RandomSchemas(seed);
        Schema current = random.next();
        Model desired = new Model(random.next(), Declarations.NONE);
        List<Change> changes = SchemaDiffer.diff(current, desired);
        List<Risk> smaller = changes.stream().map(change -> Risk.SAFE).toList();
        for (long rows : SIZES) {
            List<Risk> larger = risks(current, desired, changes, counts(current, rows));
            assertNotLower(changes, smaller, larger, rows + " rows");
            smaller = larger;
        }
        assertNotLower(changes, smaller, risks(current, desired, changes, Map.of()), "an unknown number of rows");
    }

    private static void assertNotLower(List<Change> changes, List<Risk> smaller, List<Risk> larger, String size) {
        for (int i = 0; i < changes.size(); i++) {
            String message = changes.get(i).description() + " was " + smaller.get(i) + " and is " + larger.get(i)
                    + " with " + size;
            assertTrue(larger.get(i).compareTo(smaller.get(i)) >= 0, message);
        }
    }

    private static List<Risk> risks(
            Schema current, Model desired, List<Change> changes, Map<QualifiedName, Long> counts) {
        Set<QualifiedName> created = changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(Change::table)
                .collect(Collectors.toSet());
        ClassificationContext context = new ClassificationContext(
                current,
                desired.schema(),
                desired.declarations(),
                ClassificationContext.NEWEST_SERVER,
                false,
                counts,
                created);
        return Classifier.classify(changes, context).stream()
                .map(ClassifiedChange::risk)
                .toList();
    }

    private static Map<QualifiedName, Long> counts(Schema schema, long rows) {
        return schema.tables().stream().collect(Collectors.toMap(Table::name, table -> rows));
    }
}

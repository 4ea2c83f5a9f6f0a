package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.backfill.BackfillOptions;
import dev.migratable.runtime.backfill.BackfillRunner;
import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables without a primary key, whose rows are written by a unique key, or at last by where they lie. */
class BatchKeyTest {

    /** A table without a primary key but with two columns beside the one that changes. */
    private static TableBuilder keyless() {
        return TableBuilder.of(
                table("t").required("code", "varchar(20)").build().withPrimaryKey(Optional.empty()));
    }

    private static PlanResult rename(TableBuilder from, TableBuilder to) {
        return PlanCase.named("x")
                .from(from.nullable("a", "text"))
                .to(to.nullable("b", "text"))
                .renamed("t", "a", "b")
                .result();
    }

    private static List<String> key(PlanResult result) {
        return backfill(result.plan().orElseThrow()).key().stream()
                .map(KeyColumn::name)
                .toList();
    }

    private static BackfillSpec backfill(MigrationPlan plan) {
        return plan.steps().stream()
                .filter(BackfillStep.class::isInstance)
                .map(BackfillStep.class::cast)
                .findFirst()
                .orElseThrow()
                .spec();
    }

    private static Index unique(IndexKey key, Optional<String> predicate) {
        return new Index("t_code_idx", true, "btree", List.of(key), List.of(), predicate, false, true);
    }

    @Test
    void aUniqueConstraintOrIndexWithoutNullsWillDo() {
        assertEquals(
                List.of("code"),
                key(rename(keyless().unique("u", "code"), keyless().unique("u", "code"))));
        Index index = unique(IndexKey.column("code"), Optional.empty());
        assertEquals(
                List.of("code"), key(rename(keyless().index(index), keyless().index(index))));
        assertEquals(
                List.of("id"),
                key(rename(
                        keyless().unique("a", "code", "id").unique("b", "id").unique("c", "code", "id"),
                        keyless().unique("a", "code", "id").unique("b", "id"))),
                "the shortest");
    }

    private static void goesByPlace(TableBuilder from, TableBuilder to) {
        assertEquals(List.of(), key(rename(from, to)));
    }

    /** Rows with NULL are passed over by an order, and rows that an index lacks would make each batch a sort. */
    @Test
    void whatDoesNotHaveEveryRowInOrderWillNotDo() {
        goesByPlace(keyless(), keyless());
        goesByPlace(
                keyless().nullable("n", "text").unique("u", "n"),
                keyless().nullable("n", "text").unique("u", "n"));
        Index partial = unique(IndexKey.column("code"), Optional.of("code <> ''"));
        goesByPlace(keyless().index(partial), keyless().index(partial));
        Index expression = unique(
                new IndexKey("lower(code)", true, false, false, Optional.empty(), Optional.empty()), Optional.empty());
        goesByPlace(keyless().index(expression), keyless().index(expression));
        Index pattern = unique(
                new IndexKey("code", false, false, false, Optional.of("varchar_pattern_ops"), Optional.empty()),
                Optional.empty());
        goesByPlace(keyless().index(pattern), keyless().index(pattern));
        goesByPlace(
                keyless().index(Index.of("i", false, List.of("code"))),
                keyless().index(Index.of("i", false, List.of("code"))));
    }

    @Test
    void aKeyThatTheMigrationItselfChangesWillNotDo() {
        TableBuilder nullable = TableBuilder.of(
                table("t").nullable("code", "varchar(20)").build().withPrimaryKey(Optional.empty()));
        goesByPlace(keyless().unique("u", "code"), nullable.unique("u", "code"));
        goesByPlace(keyless().unique("u", "code"), keyless());
    }

    @Test
    @PostgresTest
    void everyRowIsFilledByAUniqueKeyByTheRunnerAndByLiquibase(TestDatabase database, @TempDir Path changelog)
            throws Exception {
        PlanCase planCase = PlanCase.named("rename")
                .from(keyless().unique("u", "code", "id").nullable("a", "text"))
                .to(keyless().unique("u", "code", "id").nullable("b", "text"))
                .renamed("t", "a", "b");
        ChangelogWriter.write(changelog, planCase.creation());
        StockLiquibase.update(database, changelog);
        database.execute(
                "INSERT INTO t (id, code, a) SELECT n, 'é' || n % 100, 'v' || n FROM generate_series(1, 30000) n");
        MigrationPlan plan = planCase.result().plan().orElseThrow();
        ChangelogWriter.write(changelog, plan);
        StockLiquibase.update(database, changelog);
        assertEquals(List.of(List.of("30000")), database.query("SELECT count(*) FROM t WHERE b = a AND b = 'v' || id"));

        database.execute("ALTER TABLE t DISABLE TRIGGER USER", "UPDATE t SET b = NULL", "ANALYZE t");
        assertTrue(new BackfillRunner(
                        new SessionSource(database.dataSource()),
                        new BackfillOptions(2, 50, new Backoff(3, 10, 100)),
                        new StopSignal(),
                        progress -> {})
                .run(plan.id(), "backfill", backfill(plan))
                .finished());
        assertEquals(List.of(List.of("30000")), database.query("SELECT count(*) FROM t WHERE b = a"));
        assertEquals(
                List.of(List.of("30000")),
                database.query("SELECT sum(rows_seen) FROM migratable.backfill_range"),
                "every row is looked at once");
    }
}

package dev.migratable.runtime.execute;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.runtime.sql.BatchSql;
import dev.migratable.runtime.sql.PlaceSql;
import java.util.ArrayList;
import java.util.List;

/** Lists the statements of a backfill's batches, each kind once; what begins with two hyphens says when it is sent. */
final class BackfillStatements {

    /** What a line that is no statement begins with. */
    static final String COMMENT = "-- ";

    private final List<String> lines = new ArrayList<>();

    private BackfillStatements() {}

    /**
     * Lists them, with comments.
     *
     * @param version the server's version
     */
    static List<String> of(BackfillStep step, int version) {
        BackfillStatements statements = new BackfillStatements();
        BackfillSpec spec = step.spec();
        if (spec.byPlace()) {
            statements.comment(
                    "for each batch of blocks, in a transaction of its own; the parameters are its first and last block:");
            statements.lines.add(PlaceSql.count(spec, version));
            statements.lines.add(PlaceSql.update(spec, version));
        } else {
            statements.addKeyBatches(spec);
        }
        statements.comment(
                PlannedBackfills.replacesBlock(step)
                        ? "in place of the change set's own block, which a stock Liquibase runs"
                        : "then the change set's own block, which finds what is left, and any that came in between:");
        return List.copyOf(statements.lines);
    }

    /** Lists them without the comments. */
    static List<String> only(BackfillStep step, int version) {
        return of(step, version).stream()
                .filter(line -> !line.startsWith(COMMENT))
                .toList();
    }

    /** Adds the statements of {@code KeyBatches}, in the order in which a batch needs them. */
    private void addKeyBatches(BackfillSpec spec) {
        comment("for each batch of a range of keys, in a transaction of its own, until none is left; the parameters"
                + " are the key before the batch, the end of the range, and the number of rows less one, which"
                + " follows the time taken:");
        lines.add(BatchSql.end(spec, true, true));
        comment("where fewer are left, the same with the number of rows:");
        lines.add(BatchSql.rest(spec, true, true));
        if (BatchSql.hasWholeNumberKey(spec)) {
            comment(
                    "neither, where no key was missing in the batch before: as many keys as it may have rows are the batch");
        }
        comment("then the key before the batch and its last key:");
        lines.add(BatchSql.update(spec, true));
        if (BatchSql.hasWholeNumberKey(spec)) {
            comment("in place of it, from " + BackfillSql.FIRST_BATCH_ROWS + " rows on, the even keys of this batch and"
                    + " the odd ones of the batch before:");
            lines.add(BatchSql.halfUpdate(spec, true, 0));
            lines.add(BatchSql.halfUpdate(spec, true, 1));
            comment("where keys were taken for rows, and fewer were written, how many rows there are:");
            lines.add(BatchSql.count(spec, true));
        }
        comment("how far the range is, migratable.backfill_range, is stored in the same transaction");
    }

    private void comment(String text) {
        lines.add(COMMENT + text);
    }
}

package dev.migratable.runtime.estimate;

import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.sql.StatementReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Says what building an index takes: an entry for each row, all of it logged. */
final class IndexCostEstimator implements CostEstimator {

    /** An index entry beside its values: item pointer, header, alignment. */
    private static final long ENTRY_BYTES = 16;

    /** An expression of whose values nothing is known. */
    private static final long UNKNOWN_WIDTH = 16;

    /** A B-tree's pages are filled to 90 %. */
    private static final double FILL = 0.9;

    private final Connection connection;
    private final ConcurrentIndexStep step;

    IndexCostEstimator(Connection connection, ConcurrentIndexStep step) {
        this.connection = connection;
        this.step = step;
    }

    @Override
    public Cost cost(TableSize size) throws SQLException {
        Set<String> words = new StatementReader(step.statements()).indexedWords();
        long width = TableSize.width(connection, step.header().table(), words);
        long entry = ENTRY_BYTES + (width == 0 ? UNKNOWN_WIDTH : width);
        long bytes = Math.round(size.rows() * entry / FILL);
        return new Cost(size.rows(), bytes, bytes);
    }
}

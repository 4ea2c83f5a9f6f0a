package dev.migratable.runtime.estimate;

import dev.migratable.runtime.plan.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Estimates what steps cost, from the table's statistics and from how fast this database was before. */
public final class Estimator {

    private final Connection connection;
    private final Map<Work, Rate> rates;

    /**
     * Creates an estimator.
     *
     * @param rates how fast this database did each kind of work; missing where that is not known
     */
    public Estimator(Connection connection, Map<Work, Rate> rates) {
        this.connection = connection;
        this.rates = Map.copyOf(rates);
    }

    /**
     * Estimates a step.
     *
     * @param rowsDone rows that an earlier run of the step has dealt with
     */
    public StepEstimate estimate(Step step, long rowsDone) throws SQLException {
        Work work = Work.of(step);
        if (work == Work.INSTANT) {
            return new StepEstimate(work, 0, 0, 0, 0, 0);
        }
        TableSize size = TableSize.of(connection, step.header().table());
        Cost found = step.accept(new CostVisitor(connection)).cost(size);
        long rows = Math.max(0, found.rows() - rowsDone);
        double left = found.rows() == 0 ? 0 : (double) rows / found.rows();
        Optional<Rate> rate = Optional.ofNullable(rates.get(work));
        double rowsPerSecond = rate.map(Rate::rowsPerSecond).orElse(work.guessedRate());
        return new StepEstimate(
                work,
                rows,
                Math.round(found.bytes() * left),
                Math.round(found.walBytes() * left),
                Math.round(rows * 1000 / rowsPerSecond),
                rate.map(Rate::samples).orElse(0));
    }
}

package dev.migratable.runtime.estimate;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.plan.VerifyStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Chooses the estimator for each kind of step. */
final class CostVisitor implements Step.Visitor<CostEstimator> {

    private final Connection connection;

    CostVisitor(Connection connection) {
        this.connection = connection;
    }

    /** Validation reads and writes nothing. */
    @Override
    public CostEstimator visit(DdlStep step) {
        return size -> new Cost(size.rows(), 0, 0);
    }

    @Override
    public CostEstimator visit(ConcurrentIndexStep step) {
        return new IndexCostEstimator(connection, step);
    }

    /**
     * Every row gets a new version, and before vacuum comes the old ones are still there; the first change of a page
     * after a checkpoint writes all of it to the WAL.
     */
    @Override
    public CostEstimator visit(BackfillStep step) {
        return size -> new Cost(size.rows(), size.bytes(), 2 * size.bytes());
    }

    @Override
    public CostEstimator visit(VerifyStep step) {
        return size -> new Cost(rows(step.verifications(), size), 0, 0);
    }

    @Override
    public CostEstimator visit(GateStep step) {
        return size -> new Cost(rows(step.verifications(), size), 0, 0);
    }

    /** Each verification reads its table once. */
    private long rows(List<Verification> verifications, TableSize ofStep) throws SQLException {
        long rows = 0;
        for (Verification verification : verifications) {
            rows += TableSize.of(connection, verification.table()).rows();
        }
        return verifications.isEmpty() ? ofStep.rows() : rows;
    }
}

package dev.migratable.runtime.estimate;

import java.sql.SQLException;

/** Says what one kind of step does to rows and disk. */
interface CostEstimator {

    /** Returns the cost on a table of that size. */
    Cost cost(TableSize size) throws SQLException;
}

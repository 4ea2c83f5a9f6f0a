package dev.migratable.runtime.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * How far a backfill is, as its watermarks tell.
 *
 * @param step the step's id
 * @param rowsSeen rows looked at
 * @param rowsWritten rows of them that had to be written
 * @param finished whether every range is done
 */
public record BackfillState(String step, long rowsSeen, long rowsWritten, boolean finished) {

    /** Rejects nulls. */
    public BackfillState {
        Objects.requireNonNull(step, "step");
    }

    /** Reads the backfills of a migration that were begun. */
    public static List<BackfillState> of(Connection connection, String migration) throws SQLException {
        return BackfillStore.states(connection, migration);
    }
}

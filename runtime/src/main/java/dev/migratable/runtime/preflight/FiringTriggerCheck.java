package dev.migratable.runtime.preflight;

import dev.migratable.runtime.sql.PreflightSql;
import java.sql.SQLException;
import java.util.List;

/** Finds triggers of others that a backfill sets off, row by row. */
final class FiringTriggerCheck implements PreflightCheck {

    @Override
    public String subject() {
        return "triggers";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        return database.rows(
                PreflightSql.UPDATE_TRIGGERS,
                row -> PreflightFinding.warning(
                        "PRE03",
                        PreflightDatabase.display(row.getString(1)),
                        "the trigger " + row.getString(2) + " (" + row.getString(3)
                                + ") fires for every row that the backfill writes",
                        "Make sure that it does no harm, as one that sets updated_at or sends a message would"),
                PreflightDatabase.texts(scope.backfilledTables()));
    }
}

package dev.migratable.runtime.preflight;

import dev.migratable.runtime.sql.PreflightSql;
import java.sql.SQLException;
import java.util.List;

/** Finds tables that logical replication copies: it copies rows, not what happens to their table. */
final class PublicationCheck implements PreflightCheck {

    @Override
    public String subject() {
        return "publications";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        return database.rows(
                PreflightSql.PUBLICATIONS,
                row -> PreflightFinding.warning(
                        "PRE04",
                        PreflightDatabase.display(row.getString(1)),
                        "the publication " + row.getString(2) + " sends its rows to subscribers, whose tables the"
                                + " migration does not change",
                        "Add new columns and tables on the subscribers first, and take old ones away there last"),
                PreflightDatabase.texts(scope.wantedTables()));
    }
}

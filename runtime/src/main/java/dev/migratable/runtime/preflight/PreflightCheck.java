package dev.migratable.runtime.preflight;

import java.sql.SQLException;
import java.util.List;

/** Looks for one kind of thing that would stop or hurt a migration. */
interface PreflightCheck {

    /** Names what it looks at, for the case that it cannot. */
    String subject();

    /**
     * Returns what it finds.
     *
     * @param database where to ask, read only
     * @param scope what is going to happen
     */
    List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException;
}

package dev.migratable.runtime.preflight;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.VerifyStep;
import dev.migratable.runtime.sql.PreflightSql;
import dev.migratable.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Finds tables whose policies would hide rows from what fills and counts them. */
final class RowSecurityCheck implements PreflightCheck {

    @Override
    public String subject() {
        return "row level security";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        Set<QualifiedName> tables = PreflightScope.tables(scope.wanted().stream()
                .filter(p -> p.step() instanceof BackfillStep
                        || p.step() instanceof VerifyStep
                        || p.step() instanceof GateStep)
                .toList());
        tables.retainAll(scope.existing());
        return database.rows(
                PreflightSql.ROW_SECURITY,
                row -> PreflightFinding.error(
                        "PRE06",
                        PreflightDatabase.display(row.getString(1)),
                        "row level security hides rows from the role " + row.getString(3)
                                + (row.getBoolean(2) ? " (FORCE ROW LEVEL SECURITY)" : "")
                                + ", so they would be neither filled nor counted",
                        "Connect as a role with BYPASSRLS"
                                + (row.getBoolean(2)
                                        ? ", or ALTER TABLE … NO FORCE ROW LEVEL SECURITY for the time of the migration"
                                        : ", or as the owner of the table")),
                PreflightDatabase.texts(tables));
    }
}

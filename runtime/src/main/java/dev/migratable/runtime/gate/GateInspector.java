package dev.migratable.runtime.gate;

import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.sql.RunnerSql;
import dev.migratable.runtime.verify.VerificationRunner;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds out why the contract of a migration may not start yet, by the same function that guards its changelog. */
public final class GateInspector {

    private GateInspector() {}

    /**
     * Asks for the state, the approval and the clients, which is quick.
     *
     * @param migration the migration's id; its expand has been run
     * @return one line for each reason; empty where nothing keeps the gate closed
     */
    public static List<String> blockers(Connection connection, String migration) throws SQLException {
        List<String> reasons = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.GATE_BLOCKERS)) {
            statement.setString(1, migration);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    reasons.add(result.getString(1));
                }
            }
        }
        return reasons;
    }

    /**
     * Counts the rows that are not as they must be when the gate opens; reads every row of the tables concerned.
     *
     * @return one line for each kind of violation; empty where there is none
     */
    public static List<String> violations(Connection connection, MigrationPlan plan) throws SQLException {
        List<Verification> verifications = plan.steps().stream()
                .filter(GateStep.class::isInstance)
                .flatMap(step -> ((GateStep) step).verifications().stream())
                .toList();
        return VerificationRunner.violations(connection, verifications);
    }
}

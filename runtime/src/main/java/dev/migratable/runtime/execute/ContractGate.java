package dev.migratable.runtime.execute;

import dev.migratable.runtime.gate.GateInspector;
import dev.migratable.runtime.gate.StatementInspector;
import dev.migratable.runtime.history.MigrationState;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.RunnerSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens contracts: notes the approval, then asks what keeps them closed. */
final class ContractGate {

    private final PlanIndex plans;
    private final Optional<String> approvedBy;
    private final Set<String> ignoredClients;
    private final Optional<Duration> soak;

    ContractGate(PlanIndex plans, Optional<String> approvedBy, Set<String> ignoredClients, Optional<Duration> soak) {
        this.soak = soak;
        this.plans = plans;
        this.approvedBy = approvedBy;
        this.ignoredClients = ignoredClients;
    }

    /** Notes how long a migration is to stay expanded, where that was said; it may be said anew at any time. */
    void soak(Connection connection, String migration) throws SQLException {
        if (soak.isPresent() && !migration.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                // A table of an earlier version lacks the column.
                statement.execute(BookkeepingSql.ensure());
            }
            try (PreparedStatement statement = connection.prepareStatement(RunnerSql.SOAK)) {
                statement.setLong(1, soak.get().toMillis());
                statement.setString(2, migration);
                statement.setLong(3, soak.get().toMillis());
                statement.executeUpdate();
            }
        }
    }

    /** Notes the approval and returns the reasons against; empty where the contract may start. */
    List<String> open(Connection connection, String migration) throws SQLException {
        if (!bookkeepingExists(connection)) {
            return List.of(migration + " has not been expanded. Apply expand first.");
        }
        String state = state(connection, migration);
        if (state.equals("contracted")) {
            // Killed before Liquibase noted the last step: that is all there is left to do.
            return List.of();
        }
        soak(connection, migration);
        approve(connection, migration);
        List<String> reasons = reasons(connection, migration);
        Optional<MigrationPlan> plan = plans.plan(migration);
        // A contract under way has passed its gate, and may have parked the very columns whose rows are counted there.
        return reasons.isEmpty() && plan.isPresent() && !state.equals("contracting")
                ? GateInspector.violations(connection, plan.get())
                : reasons;
    }

    /** Returns the statements that still mention a name which the contract takes away, where the server counts them. */
    List<String> oldNames(Connection connection, String migration) throws SQLException {
        Optional<MigrationPlan> plan = plans.plan(migration);
        return plan.isPresent() ? StatementInspector.mentions(connection, plan.get()) : List.of();
    }

    private static String state(Connection connection, String migration) throws SQLException {
        return MigrationState.readAll(connection).stream()
                .filter(s -> s.id().equals(migration))
                .map(MigrationState::state)
                .findFirst()
                .orElse("");
    }

    List<String> reasons(Connection connection, String migration) throws SQLException {
        return GateInspector.blockers(connection, migration);
    }

    static boolean bookkeepingExists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(RunnerSql.BOOKKEEPING_EXISTS)) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** Notes who approves, if somebody does, and which clients do not count. */
    void approve(Connection connection, String migration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.APPROVE)) {
            statement.setString(1, approvedBy.orElse(null));
            statement.setArray(2, connection.createArrayOf("text", ignoredClients.toArray()));
            statement.setString(3, migration);
            statement.executeUpdate();
        }
    }
}

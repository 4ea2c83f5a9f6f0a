package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillState;
import dev.migratable.runtime.control.OperatorControl;
import dev.migratable.runtime.execute.StatusReport.MigrationStatus;
import dev.migratable.runtime.gate.GateInspector;
import dev.migratable.runtime.gate.StatementInspector;
import dev.migratable.runtime.history.HistoryStore;
import dev.migratable.runtime.history.MigrationState;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.runtime.sql.RunnerSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts together how far a database is. */
final class StatusReader {

    private static final int LATEST_RUNS = 5;

    private static final Set<String> WAITING_FOR_CONTRACT = Set.of("expanded", "contracting");

    private StatusReader() {}

    static StatusReport read(Connection connection, List<MigrationPlan> plans) throws SQLException {
        Map<String, String> states = MigrationState.readAll(connection).stream()
                .collect(Collectors.toMap(MigrationState::id, MigrationState::state));
        Map<String, Integer> steps = plans.stream()
                .collect(
                        Collectors.toMap(MigrationPlan::id, plan -> plan.steps().size()));
        boolean applied = changelogTableExists(connection);
        Set<String> ids = new TreeSet<>(steps.keySet());
        ids.addAll(states.keySet());
        List<MigrationStatus> migrations = new ArrayList<>();
        for (String id : ids) {
            String state = states.getOrDefault(id, "pending");
            List<String> gate =
                    WAITING_FOR_CONTRACT.contains(state) ? GateInspector.blockers(connection, id) : List.of();
            migrations.add(new MigrationStatus(
                    id,
                    state,
                    steps.containsKey(id),
                    applied ? stepsDone(connection, id) : 0,
                    Optional.ofNullable(steps.get(id)),
                    BackfillState.of(connection, id),
                    gate,
                    state.equals("expanded") ? oldNames(connection, plans, id) : List.of()));
        }
        return new StatusReport(
                migrations,
                RunnerLock.holder(connection),
                OperatorControl.readPace(connection),
                OperatorControl.readAll(connection).stream()
                        .filter(control -> !control.isEmpty())
                        .toList(),
                new HistoryStore(connection).latestRuns(LATEST_RUNS));
    }

    private static List<String> oldNames(Connection connection, List<MigrationPlan> plans, String id)
            throws SQLException {
        Optional<MigrationPlan> plan =
                plans.stream().filter(p -> p.id().equals(id)).findFirst();
        return plan.isPresent() ? StatementInspector.mentions(connection, plan.get()) : List.of();
    }

    private static boolean changelogTableExists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(RunnerSql.CHANGELOG_TABLE_EXISTS)) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static int stepsDone(Connection connection, String migration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.STEPS_DONE)) {
            // An underscore of the name must not stand for any letter.
            String pattern = migration.replace("_", "\\_");
            statement.setString(1, pattern);
            statement.setString(2, pattern);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}

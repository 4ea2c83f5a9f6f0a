package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillState;
import dev.migratable.runtime.execute.StatusReport.MigrationStatus;
import dev.migratable.runtime.gate.GateInspector;
import dev.migratable.runtime.history.HistoryStore;
import dev.migratable.runtime.history.MigrationState;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.session.RunnerLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        Set<String> known = plans.stream().map(MigrationPlan::id).collect(Collectors.toSet());
        Set<String> ids = new TreeSet<>(known);
        ids.addAll(states.keySet());
        List<MigrationStatus> migrations = new ArrayList<>();
        for (String id : ids) {
            String state = states.getOrDefault(id, "pending");
            List<String> gate =
                    WAITING_FOR_CONTRACT.contains(state) ? GateInspector.blockers(connection, id) : List.of();
            migrations.add(new MigrationStatus(id, state, known.contains(id), BackfillState.of(connection, id), gate));
        }
        return new StatusReport(
                migrations, RunnerLock.holder(connection), new HistoryStore(connection).latestRuns(LATEST_RUNS));
    }
}

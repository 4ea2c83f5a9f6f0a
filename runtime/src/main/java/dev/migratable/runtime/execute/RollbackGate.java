package dev.migratable.runtime.execute;

import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.sql.RollbackSql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says why what a migration did before the rollout may not be undone yet: an instance of its model, or of a later one, is
 * alive and needs it, or a table or column that would go holds what nothing else does.
 *
 * <p>What it did after the rollout can be undone at any time: both versions work with what is there then.
 */
final class RollbackGate {

    private final List<MigrationPlan> plans;
    private final RollbackRequest request;

    RollbackGate(List<MigrationPlan> plans, RollbackRequest request) {
        this.plans = plans;
        this.request = request;
    }

    /** Returns one line for each reason; empty where nothing is in the way. */
    List<String> reasons(Connection connection, MigrationPlan plan) throws SQLException {
        List<String> reasons = new ArrayList<>(clients(connection, plan));
        for (String loss : RollbackLosses.of(connection, plan)) {
            if (!request.discarded().contains(loss)) {
                reasons.add(loss + " holds what nothing of the earlier model does, and would go with it; give it up by"
                        + " --discard " + loss + ", or save it first");
            }
        }
        return reasons;
    }

    private List<String> clients(Connection connection, MigrationPlan plan) throws SQLException {
        Set<String> newer = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (MigrationPlan other : plans) {
            known.add(other.fromFingerprint());
            known.add(other.toFingerprint());
            if (plans.indexOf(other) >= plans.indexOf(plan)) {
                newer.add(other.toFingerprint());
            }
        }
        newer.remove(plan.fromFingerprint());
        known.removeAll(newer);
        Set<String> ignored = new HashSet<>(request.ignoredClients());
        ignored.addAll(ignoredByGate(connection, plan.id()));
        List<String> reasons = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RollbackSql.CLIENTS_IN_THE_WAY)) {
            statement.setArray(1, array(connection, newer));
            statement.setArray(2, array(connection, known));
            statement.setArray(3, array(connection, ignored));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    reasons.add(reason(result));
                }
            }
        }
        return reasons;
    }

    private static String reason(ResultSet client) throws SQLException {
        String who = " alive: " + client.getString(2) + " from " + client.getString(3) + ", pid " + client.getString(5);
        String count = client.getString(4);
        return switch (client.getInt(1)) {
            case 1 -> count + " of a newer model" + who + "; roll the earlier version out first";
            case 2 -> count + " of a model that no migration here knows" + who;
            default -> count + " of unknown version" + who + "; stop it, or name it among the ignored clients";
        };
    }

    private static Set<String> ignoredByGate(Connection connection, String migration) throws SQLException {
        if (!ContractGate.bookkeepingExists(connection)) {
            return Set.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(RollbackSql.IGNORED_CLIENTS)) {
            statement.setString(1, migration);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Set.of((String[]) result.getArray(1).getArray()) : Set.of();
            }
        }
    }

    private static Array array(Connection connection, Set<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}

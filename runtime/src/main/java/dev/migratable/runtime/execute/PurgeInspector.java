package dev.migratable.runtime.execute;

import dev.migratable.runtime.execute.Parked.Kind;
import dev.migratable.runtime.execute.ParkedReader.Found;
import dev.migratable.runtime.execute.ParkedReader.Origin;
import dev.migratable.runtime.history.MigrationState;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.sql.PurgeSql;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Judges what of all that is parked may be dropped, and what would go with it. Notes which clients do not count, as the
 * contract's gate does, and writes nothing else.
 */
final class PurgeInspector {

    private final Connection connection;
    private final PurgeRequest request;
    private final ContractGate gate;
    private final Map<String, String> states;
    private final PurgePrivilegeInspector privileges;

    private PurgeInspector(Connection connection, PurgeRequest request, ContractGate gate, Map<String, String> states)
            throws SQLException {
        this.connection = connection;
        this.privileges = new PurgePrivilegeInspector(connection);
        this.request = request;
        this.gate = gate;
        this.states = states;
    }

    /**
     * Returns what may be dropped as purged, the rest as kept or retained.
     *
     * @throws MigratableException {@code PRG01} where the changelog does not have the migration that was named
     */
    static PurgeReport inspect(
            Connection connection, PurgeRequest request, List<MigrationPlan> plans, List<ChangeSetName> ran)
            throws SQLException {
        if (plans.stream().noneMatch(plan -> request.wants(plan.id()))
                && request.migration().isPresent()) {
            throw new MigratableException(
                    "PRG01",
                    "purge of " + request.migration().get() + ": the changelog has no such migration. Name one of "
                            + plans.stream().map(MigrationPlan::id).collect(Collectors.joining(", ")) + ".");
        }
        Map<String, String> states = MigrationState.readAll(connection).stream()
                .collect(Collectors.toMap(MigrationState::id, MigrationState::state));
        ContractGate gate =
                new ContractGate(new PlanIndex(plans), Optional.empty(), request.ignoredClients(), Optional.empty());
        PurgeInspector inspector = new PurgeInspector(connection, request, gate, states);
        List<Parked> purged = new ArrayList<>();
        List<Parked> kept = new ArrayList<>();
        List<Parked> retained = new ArrayList<>();
        for (Found found : ParkedReader.read(connection, plans, ran)) {
            if (found.origin().isEmpty() && request.migration().isEmpty()) {
                kept.add(found.parked()
                        .with(List.of(), List.of("no change set of this changelog says that it parked it")));
            } else if (found.origin().isPresent()
                    && request.wants(found.parked().migration())) {
                inspector.judge(found.parked(), found.origin().get(), purged, kept, retained);
            }
        }
        return new PurgeReport(purged, kept, retained);
    }

    private void judge(Parked parked, Origin origin, List<Parked> purged, List<Parked> kept, List<Parked> retained)
            throws SQLException {
        List<String> goesWith = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        String state = states.getOrDefault(parked.migration(), "not known");
        if (!state.equals("contracted")) {
            reasons.add(parked.migration() + " is " + state + ", not contracted");
        } else {
            gate.approve(connection, parked.migration());
            reasons.addAll(gate.reasons(connection, parked.migration()));
        }
        dependents(parked, goesWith, reasons);
        mentions(parked, reasons);
        reasons.addAll(privileges.reasons(parked));
        try (PreparedStatement statement = connection.prepareStatement(PurgeSql.RAN)) {
            statement.setLong(1, request.olderThan().toSeconds());
            statement.setString(2, origin.changeSet().file());
            statement.setString(3, origin.changeSet().id());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                String at = String.valueOf(result.getString(1));
                boolean old = request.olderThan().isZero() || result.getBoolean(2);
                Parked judged = new Parked(
                        parked.kind(), parked.relation(), parked.column(), parked.migration(), at, goesWith, reasons);
                (reasons.isEmpty() ? old ? purged : retained : kept).add(judged);
            }
        }
    }

    private void dependents(Parked parked, List<String> goesWith, List<String> reasons) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(dependentsOf(parked.kind()))) {
            statement.setString(1, parked.relation().schema());
            statement.setString(2, parked.relation().name());
            if (parked.kind() == Kind.COLUMN) {
                statement.setString(3, parked.column().orElseThrow());
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    if (result.getBoolean(1)) {
                        reasons.add(result.getString(2) + " depends on it");
                    } else {
                        goesWith.add(result.getString(2));
                    }
                }
            }
        }
    }

    private void mentions(Parked parked, List<String> reasons) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PurgeSql.MENTIONING_FUNCTIONS)) {
            String relation = parked.relation().name();
            statement.setString(1, PurgeSql.word(parked.column().orElse(relation)));
            statement.setString(2, parked.relation().schema());
            statement.setString(3, relation);
            statement.setString(4, PurgeSql.word(relation));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    reasons.add("function " + result.getString(1) + " mentions it in its text");
                }
            }
        }
    }

    private static String dependentsOf(Kind kind) {
        return switch (kind) {
            case COLUMN -> PurgeSql.COLUMN_DEPENDENTS;
            case TABLE, SEQUENCE -> PurgeSql.RELATION_DEPENDENTS;
            case TYPE -> PurgeSql.TYPE_DEPENDENTS;
        };
    }
}

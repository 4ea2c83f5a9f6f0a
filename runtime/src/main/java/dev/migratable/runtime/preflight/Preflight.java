package dev.migratable.runtime.preflight;

import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.sql.PreflightSql;
import dev.migratable.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks, before the first statement, for everything that would stop or hurt a migration, and tells all of it at once.
 * It writes nothing, takes no lock stronger than a reader's, waits half a second for one at most, and ends its
 * transaction after each question. It needs the connection for itself, in autocommit mode.
 */
public final class Preflight {

    private final PreflightDatabase database;
    private final List<PreflightCheck> checks;
    private final Set<String> accepted;

    private Preflight(PreflightDatabase database, Collection<String> accepted, List<PreflightCheck> checks) {
        this.database = database;
        this.accepted = Set.copyOf(accepted);
        this.checks = List.copyOf(checks);
    }

    /**
     * Returns the look before migrations are applied.
     *
     * @param accepted codes of findings that somebody has looked at, and that stop nothing any more
     */
    public static Preflight beforeApply(Connection connection, Collection<String> accepted) {
        PreflightDatabase database = new PreflightDatabase(connection);
        RowCounter counter = new RowCounter(database);
        return new Preflight(
                database,
                accepted,
                List.of(
                        new DependentCheck(),
                        new FiringTriggerCheck(),
                        new PublicationCheck(),
                        new PrivilegeCheck(),
                        new RowSecurityCheck(),
                        new TransactionCheck(),
                        new ReplicationCheck(),
                        new DiskSpaceCheck(),
                        new LeftoverCheck(counter),
                        new ShapeCheck(),
                        new RowCheck(counter),
                        new PredecessorCheck()));
    }

    /**
     * Returns the look before they are undone: what has to do with whoever runs it, with others at work, and with
     * standbys. What the statements of the way back meet in the schema, they look for themselves.
     *
     * @param accepted as for {@link #beforeApply}
     */
    public static Preflight beforeRollback(Connection connection, Collection<String> accepted) {
        return new Preflight(
                new PreflightDatabase(connection),
                accepted,
                List.of(
                        new FiringTriggerCheck(),
                        new PrivilegeCheck(),
                        new RowSecurityCheck(),
                        new TransactionCheck(),
                        new ReplicationCheck()));
    }

    /**
     * Looks.
     *
     * @param steps every step of the migrations concerned that is pending, or that is to be undone, in order
     * @throws SQLException where the connection is lost; a look that fails is a finding
     */
    public PreflightReport look(List<PendingStep> steps) throws SQLException {
        if (steps.stream().noneMatch(PendingStep::wanted)) {
            return new PreflightReport(List.of());
        }
        PreflightScope scope = new PreflightScope(steps, existing(steps));
        List<PreflightFinding> findings = new ArrayList<>();
        for (PreflightCheck check : checks) {
            try {
                findings.addAll(check.check(database, scope));
            } catch (SQLException e) {
                if (DatabaseErrors.isConnectionLost(e)) {
                    throw e;
                }
                findings.add(PreflightFinding.warning(
                        "PRE99",
                        check.subject(),
                        "could not be looked at: " + DatabaseErrors.firstLine(e),
                        "Nothing is known of this; look again, or grant what is missing"));
            }
        }
        return new PreflightReport(findings).accepting(accepted);
    }

    private Set<QualifiedName> existing(List<PendingStep> steps) throws SQLException {
        Map<String, QualifiedName> names = PreflightScope.tables(steps).stream()
                .collect(Collectors.toMap(PreflightSql::text, Function.identity()));
        return new HashSet<>(database.rows(PreflightSql.EXISTING, row -> names.get(row.getString(1)), names.keySet()));
    }
}

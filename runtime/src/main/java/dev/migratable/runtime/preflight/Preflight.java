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

    /**
     * Creates a look.
     *
     * @param accepted codes of findings that somebody has looked at, and that stop nothing any more
     */
    public Preflight(Connection connection, Collection<String> accepted) {
        this.database = new PreflightDatabase(connection);
        this.accepted = Set.copyOf(accepted);
        RowCounter counter = new RowCounter(database);
        this.checks = List.of(
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
                new PredecessorCheck());
    }

    /**
     * Looks.
     *
     * @param steps every pending step of the migrations concerned, in order
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

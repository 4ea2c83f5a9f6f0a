package dev.migratable.runtime.preflight;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.sql.PreflightSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds standbys that are behind, slots that keep WAL, and whether the server itself is a standby. */
final class ReplicationCheck implements PreflightCheck {

    /** Several WAL segments: a standby that is as far behind does not keep up. */
    private static final long FAR_BYTES = 64L << 20;

    /** Longer than a network or a checkpoint explains. */
    private static final long FAR_SECONDS = 10;

    @Override
    public String subject() {
        return "replication";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        if (database.isTrue(PreflightSql.IN_RECOVERY)) {
            return List.of(PreflightFinding.error(
                    "PRE10", "server", "is a standby, which takes no writes", "Connect to the primary"));
        }
        boolean writes = scope.wanted().stream()
                .anyMatch(p -> p.step() instanceof BackfillStep || p.step() instanceof ConcurrentIndexStep);
        if (!writes || scope.wantedTables().isEmpty()) {
            return List.of();
        }
        List<PreflightFinding> findings = new ArrayList<>(database.rows(PreflightSql.STANDBYS, row -> {
            long bytes = row.getLong(2);
            boolean unknown = row.wasNull();
            long seconds = row.getLong(3);
            String place = "standby " + row.getString(1);
            if (unknown) {
                return PreflightFinding.warning(
                        "PRE10",
                        place,
                        "how far it is behind is not known to the connecting role",
                        "GRANT pg_monitor to the role");
            }
            return bytes < FAR_BYTES && seconds < FAR_SECONDS
                    ? null
                    : PreflightFinding.warning(
                            "PRE10",
                            place,
                            "is " + Sizes.text(bytes) + " and " + seconds + " s behind; the migration writes more WAL",
                            "Wait until it has caught up, or let the backfill write slowly");
        }));
        findings.addAll(database.rows(
                PreflightSql.IDLE_SLOTS,
                row -> PreflightFinding.warning(
                        "PRE10",
                        "replication slot " + row.getString(1),
                        "nobody reads it, so the server keeps all WAL, " + Sizes.text(row.getLong(2))
                                + " so far, and what the migration writes",
                        "Start its reader, or drop the slot by pg_drop_replication_slot")));
        return findings;
    }
}

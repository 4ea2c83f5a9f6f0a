package dev.migratable.runtime.preflight;

import dev.migratable.runtime.estimate.Estimator;
import dev.migratable.runtime.estimate.StepEstimate;
import dev.migratable.runtime.sql.PreflightSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares the disk space that the steps are estimated to take with what is free, where that is known. */
final class DiskSpaceCheck implements PreflightCheck {

    /** Less than this is there on any server that runs, so not to know is no matter. */
    private static final long WORTH_TELLING = 1L << 30;

    /** What the steps are estimated to take. */
    record Need(long bytes, long walBytes) {}

    @Override
    public String subject() {
        return "disk space";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        Need need = database.readOnly(PreflightDatabase.CATALOG_MILLIS, connection -> need(connection, scope));
        if (need.bytes() == 0) {
            return List.of();
        }
        long kept = database.rows(PreflightSql.IDLE_SLOTS, row -> row.getString(1))
                        .isEmpty()
                ? database.rows(PreflightSql.WAL_KEPT, row -> row.getLong(1)).get(0)
                : Long.MAX_VALUE;
        boolean elsewhere = database.isTrue(PreflightSql.IN_TABLESPACE, PreflightDatabase.texts(scope.wantedTables()));
        OptionalLong free = elsewhere ? OptionalLong.empty() : ServerDisk.free(database);
        return judge(need.bytes() + Math.min(need.walBytes(), kept), free).stream()
                .toList();
    }

    private static Need need(Connection connection, PreflightScope scope) throws SQLException {
        Estimator estimator = new Estimator(connection, Map.of());
        long bytes = 0;
        long walBytes = 0;
        for (PendingStep pending : scope.wanted()) {
            StepEstimate estimate = estimator.estimate(pending.step(), 0);
            bytes += estimate.bytes();
            walBytes += estimate.walBytes();
        }
        return new Need(bytes, walBytes);
    }

    /** Returns what there is to say of a need and of what is free. */
    static Optional<PreflightFinding> judge(long need, OptionalLong free) {
        String needed = "the migration takes about " + StepEstimate.size(need);
        String fix = "Make room, or run it when there is more";
        if (free.isEmpty()) {
            return need < WORTH_TELLING
                    ? Optional.empty()
                    : Optional.of(PreflightFinding.warning(
                            "PRE07",
                            "disk",
                            needed + ", and how much is free is not known: PostgreSQL does not tell",
                            "Look on the server"));
        }
        String fact = needed + ", and " + StepEstimate.size(free.getAsLong()) + " are free";
        if (free.getAsLong() < need) {
            return Optional.of(PreflightFinding.error("PRE07", "disk", fact, fix));
        }
        return free.getAsLong() / 2 < need
                ? Optional.of(PreflightFinding.warning("PRE07", "disk", fact, fix))
                : Optional.empty();
    }
}

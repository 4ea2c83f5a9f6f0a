package dev.migratable.runtime.preflight;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.sql.PreflightSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds open and prepared transactions that locks and index builds would wait for. */
final class TransactionCheck implements PreflightCheck {

    /** Longer than a try of ours waits for its lock, so that such a transaction makes one fail. */
    private static final double LONG_SECONDS = 1;

    /** A prepared transaction of this age has been forgotten: whoever prepares one commits it at once. */
    private static final long FORGOTTEN_SECONDS = 60;

    /** The oldest ones tell enough. */
    private static final int MOST = 10;

    @Override
    public String subject() {
        return "transactions";
    }

    @Override
    public List<PreflightFinding> check(PreflightDatabase database, PreflightScope scope) throws SQLException {
        List<String> tables = PreflightDatabase.texts(scope.wantedTables());
        boolean builds = scope.wanted().stream().anyMatch(p -> p.step() instanceof ConcurrentIndexStep);
        boolean locks = scope.wanted().stream().anyMatch(p -> p.step().header().lock() == LockMode.ACCESS_EXCLUSIVE);
        if (tables.isEmpty()) {
            return List.of();
        }
        List<PreflightFinding> open = database.rows(
                PreflightSql.LONG_TRANSACTIONS,
                row -> PreflightFinding.warning(
                        "PRE08",
                        "pid " + row.getInt(1),
                        row.getString(2) + ", " + row.getString(3) + ", has had a transaction open for "
                                + row.getLong(4) + " s"
                                + (row.getString(5).isEmpty()
                                        ? ", which index builds wait for"
                                        : " and holds " + row.getString(6) + " on " + row.getString(5))
                                + (row.getString(7).isEmpty() ? "" : ": " + row.getString(7)),
                        "End it, or steps lose their locks and are tried again until it ends"),
                tables,
                LONG_SECONDS,
                builds);
        List<PreflightFinding> findings = new ArrayList<>(open.subList(0, Math.min(MOST, open.size())));
        if (open.size() > MOST) {
            findings.add(PreflightFinding.warning(
                    "PRE08",
                    "transactions",
                    (open.size() - MOST) + " more have been open for longer than " + (long) LONG_SECONDS + " s",
                    "Start when fewer are open"));
        }
        findings.addAll(prepared(database, tables, locks, builds));
        return findings;
    }

    private static List<PreflightFinding> prepared(
            PreflightDatabase database, List<String> tables, boolean locks, boolean builds) throws SQLException {
        return database.rows(
                PreflightSql.PREPARED_TRANSACTIONS,
                row -> {
                    String held = row.getString(4);
                    if (held.isEmpty() && !builds) {
                        return null;
                    }
                    String fact = "prepared by " + row.getString(2) + " " + row.getLong(3) + " s ago, "
                            + (held.isEmpty() ? "keeps index builds waiting" : "holds locks on " + held)
                            + " until somebody ends it, over restarts, too";
                    String fix = "COMMIT PREPARED or ROLLBACK PREPARED '" + row.getString(1) + "'";
                    String place = "prepared transaction " + row.getString(1);
                    boolean stops = row.getLong(3) >= FORGOTTEN_SECONDS && (builds || locks);
                    return stops
                            ? PreflightFinding.error("PRE09", place, fact, fix)
                            : PreflightFinding.warning("PRE09", place, fact, fix);
                },
                tables);
    }
}

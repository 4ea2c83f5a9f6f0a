package dev.migratable.runtime.throttle;

import dev.migratable.runtime.sql.ThrottleSql;
import java.time.Duration;
import java.util.Objects;

/**
 * When a backfill goes slower by itself; zero switches a limit off.
 *
 * @param replicaLag how old what a streaming standby shows may be
 * @param replicaLagBytes how many bytes of WAL a streaming standby may have left to replay
 * @param clientWait how long a client may wait for a lock that the backfill holds
 * @param probe how long the probe may take
 * @param probeSql the probe: a query that takes next to no time on a server that is well
 * @param walBytesPerSecond how many bytes of WAL the whole server may write each second
 */
public record ThrottleLimits(
        Duration replicaLag,
        long replicaLagBytes,
        Duration clientWait,
        Duration probe,
        String probeSql,
        long walBytesPerSecond) {

    private static final long MEBIBYTE = 1L << 20;

    /**
     * Standbys that are read from stay useful, and fail over within seconds; clients wait little longer than one batch
     * takes. How much WAL is too much only its owner knows.
     */
    public static final ThrottleLimits DEFAULT = new ThrottleLimits(
            Duration.ofSeconds(5),
            256 * MEBIBYTE,
            Duration.ofMillis(300),
            Duration.ofMillis(250),
            ThrottleSql.SIMPLEST_PROBE,
            0);

    /** Nothing slows a backfill down. */
    public static final ThrottleLimits OFF =
            new ThrottleLimits(Duration.ZERO, 0, Duration.ZERO, Duration.ZERO, ThrottleSql.SIMPLEST_PROBE, 0);

    /** Rejects limits below zero. */
    public ThrottleLimits {
        Objects.requireNonNull(replicaLag, "replicaLag");
        Objects.requireNonNull(clientWait, "clientWait");
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(probeSql, "probeSql");
        if (replicaLag.isNegative()
                || clientWait.isNegative()
                || probe.isNegative()
                || replicaLagBytes < 0
                || walBytesPerSecond < 0) {
            throw new IllegalArgumentException("limits below zero: " + replicaLag + ", " + replicaLagBytes + ", "
                    + clientWait + ", " + probe + ", " + walBytesPerSecond);
        }
    }

    /** Returns a copy with other limits for standbys. */
    public ThrottleLimits withReplicaLag(Duration lag, long bytes) {
        return new ThrottleLimits(lag, bytes, clientWait, probe, probeSql, walBytesPerSecond);
    }

    /** Returns a copy with another limit for clients' waits. */
    public ThrottleLimits withClientWait(Duration wait) {
        return new ThrottleLimits(replicaLag, replicaLagBytes, wait, probe, probeSql, walBytesPerSecond);
    }

    /** Returns a copy with another limit for the probe. */
    public ThrottleLimits withProbe(Duration limit) {
        return new ThrottleLimits(replicaLag, replicaLagBytes, clientWait, limit, probeSql, walBytesPerSecond);
    }

    /** Returns a copy with another probe. */
    public ThrottleLimits withProbeSql(String sql) {
        return new ThrottleLimits(replicaLag, replicaLagBytes, clientWait, probe, sql, walBytesPerSecond);
    }

    /** Returns a copy with another limit for WAL. */
    public ThrottleLimits withWalBytesPerSecond(long bytes) {
        return new ThrottleLimits(replicaLag, replicaLagBytes, clientWait, probe, probeSql, bytes);
    }
}

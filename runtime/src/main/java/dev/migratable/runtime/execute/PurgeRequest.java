package dev.migratable.runtime.execute;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What may be dropped for good.
 *
 * @param olderThan how long it must have been parked; {@link #RETENTION} unless told otherwise
 * @param migration only what this migration parked, by its id or number; empty for all
 * @param ignoredClients application names of sessions that are in nobody's way
 */
public record PurgeRequest(Duration olderThan, Optional<String> migration, Set<String> ignoredClients) {

    /** Time enough to notice at the end of a month that a column is missed. */
    public static final Duration RETENTION = Duration.ofDays(30);

    /** Copies the set and rejects a negative time. */
    public PurgeRequest {
        Objects.requireNonNull(migration, "migration");
        if (olderThan.isNegative()) {
            throw new IllegalArgumentException("older than " + olderThan);
        }
        ignoredClients = Set.copyOf(ignoredClients);
    }

    /** Returns a request for all that has been parked for the usual time. */
    public static PurgeRequest afterRetention() {
        return new PurgeRequest(RETENTION, Optional.empty(), Set.of());
    }

    /** Returns a copy for another time. */
    public PurgeRequest olderThan(Duration time) {
        return new PurgeRequest(time, migration, ignoredClients);
    }

    /** Returns a copy for one migration. */
    public PurgeRequest of(String only) {
        return new PurgeRequest(olderThan, Optional.of(only), ignoredClients);
    }

    /** Returns a copy that ignores these clients. */
    public PurgeRequest ignoring(Set<String> clients) {
        return new PurgeRequest(olderThan, migration, clients);
    }

    boolean wants(String id) {
        return migration.map(m -> id.equals(m) || id.startsWith(m + "_")).orElse(true);
    }
}

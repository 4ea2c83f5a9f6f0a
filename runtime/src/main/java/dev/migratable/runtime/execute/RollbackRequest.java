package dev.migratable.runtime.execute;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How far back to go, and what may be in the way of it.
 *
 * @param to the last migration that stays, by its id or its number; empty to undo all of them
 * @param ignoredClients application names of sessions that keep nothing from being undone, even where they say that they
 *     belong to a newer model
 * @param discarded tables ({@code invoice}) and columns ({@code customer.phone}) whose rows or values may go, because
 *     nothing of the earlier model holds them
 */
public record RollbackRequest(Optional<String> to, Set<String> ignoredClients, Set<String> discarded) {

    /** Copies the sets. */
    public RollbackRequest {
        Objects.requireNonNull(to, "to");
        ignoredClients = Set.copyOf(ignoredClients);
        discarded = Set.copyOf(discarded);
    }

    /** Returns a request that ignores no client and discards nothing. */
    public static RollbackRequest to(String migration) {
        return new RollbackRequest(Optional.of(migration), Set.of(), Set.of());
    }

    /** Returns a request to undo everything, which ignores no client and discards nothing. */
    public static RollbackRequest toStart() {
        return new RollbackRequest(Optional.empty(), Set.of(), Set.of());
    }

    /** Returns a copy that ignores these clients. */
    public RollbackRequest ignoring(Set<String> clients) {
        return new RollbackRequest(to, clients, discarded);
    }

    /** Returns a copy that may discard these tables and columns. */
    public RollbackRequest discarding(Set<String> names) {
        return new RollbackRequest(to, ignoredClients, names);
    }

    /** Returns what was asked for, as the history keeps it. */
    String command() {
        return "rollback to " + to.orElse("the start");
    }
}

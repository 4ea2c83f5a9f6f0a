package dev.migratable.classify;

import dev.migratable.schema.QualifiedName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the plain statement of a change does on the server, before anything is expanded.
 *
 * @param lock the strongest lock taken on the changed table
 * @param rewrites whether every row is written again
 * @param scans whether every row is read while the lock is held
 * @param rebuiltIndexes names of the indexes built anew while the lock is held
 * @param mayFailOnData whether existing rows can make it fail
 * @param breaksOld whether statements of the old application version can fail or misread afterwards
 * @param breaksNew whether statements of the new application version fail before
 * @param losses what is lost, each in a few words; empty where nothing is
 * @param otherLocks the strongest lock on each other table that is locked as well, sorted: partitions, the other side of
 *     a foreign key
 */
public record Facts(
        LockMode lock,
        boolean rewrites,
        boolean scans,
        List<String> rebuiltIndexes,
        boolean mayFailOnData,
        boolean breaksOld,
        boolean breaksNew,
        List<String> losses,
        Map<QualifiedName, LockMode> otherLocks) {

    /** Copies the lists, and sorts the locks. */
    public Facts {
        Objects.requireNonNull(lock, "lock");
        rebuiltIndexes = List.copyOf(rebuiltIndexes);
        losses = List.copyOf(losses);
        otherLocks = Collections.unmodifiableMap(new TreeMap<>(otherLocks));
    }

    /** Returns the facts of a statement that takes a lock for an instant and harms nobody. */
    public static Facts instant(LockMode lock) {
        return new Facts(lock, false, false, List.of(), false, false, false, List.of(), Map.of());
    }

    /** Returns a copy that rewrites the table. */
    public Facts rewriting() {
        return new Facts(lock, true, true, rebuiltIndexes, mayFailOnData, breaksOld, breaksNew, losses, otherLocks);
    }

    /** Returns a copy that scans the table. */
    public Facts scanning() {
        return new Facts(lock, rewrites, true, rebuiltIndexes, mayFailOnData, breaksOld, breaksNew, losses, otherLocks);
    }

    /** Returns a copy that rebuilds indexes. */
    public Facts rebuilding(List<String> indexes) {
        return new Facts(lock, rewrites, scans, indexes, mayFailOnData, breaksOld, breaksNew, losses, otherLocks);
    }

    /** Returns a copy that existing rows can make fail. */
    public Facts failingOnData() {
        return new Facts(lock, rewrites, scans, rebuiltIndexes, true, breaksOld, breaksNew, losses, otherLocks);
    }

    /** Returns a copy that breaks the old application version. */
    public Facts breakingOld() {
        return new Facts(lock, rewrites, scans, rebuiltIndexes, mayFailOnData, true, breaksNew, losses, otherLocks);
    }

    /** Returns a copy without which the new application version fails. */
    public Facts neededByNew() {
        return new Facts(lock, rewrites, scans, rebuiltIndexes, mayFailOnData, breaksOld, true, losses, otherLocks);
    }

    /** Returns a copy that loses something. */
    public Facts losing(List<String> lost) {
        return new Facts(lock, rewrites, scans, rebuiltIndexes, mayFailOnData, breaksOld, breaksNew, lost, otherLocks);
    }

    /** Returns a copy that locks other tables too. */
    Facts locking(Map<QualifiedName, LockMode> others) {
        return new Facts(lock, rewrites, scans, rebuiltIndexes, mayFailOnData, breaksOld, breaksNew, losses, others);
    }
}

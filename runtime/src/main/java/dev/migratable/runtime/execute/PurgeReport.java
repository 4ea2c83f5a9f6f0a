package dev.migratable.runtime.execute;

import java.util.List;

/**
 * What a purge came to, or would come to.
 *
 * @param purged what was dropped, each with what went with it
 * @param kept what was not, each with the reasons
 * @param retained what has not been parked for long enough
 */
public record PurgeReport(List<Parked> purged, List<Parked> kept, List<Parked> retained) {

    /** Copies the lists. */
    public PurgeReport {
        purged = List.copyOf(purged);
        kept = List.copyOf(kept);
        retained = List.copyOf(retained);
    }
}

package dev.migratable.benchmark;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one process needed.
 *
 * @param cpu milliseconds of CPU time, of user and system together
 * @param wall milliseconds from the JVM's start
 * @param heap megabytes: the peaks of the heap's pools together
 */
record Measurement(long cpu, long wall, long heap) {

    /** Returns the median of each, of an odd number of measurements; of an even number the upper one. */
    static Measurement median(List<Measurement> all) {
        return new Measurement(
                median(all, Measurement::cpu), median(all, Measurement::wall), median(all, Measurement::heap));
    }

    private static long median(List<Measurement> all, ToLongFunction<Measurement> facet) {
        return all.stream()
                .mapToLong(facet)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}

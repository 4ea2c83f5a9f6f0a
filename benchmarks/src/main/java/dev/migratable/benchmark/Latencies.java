package dev.migratable.benchmark;

import dev.migratable.benchmark.ExpandRun.Timed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How long clients waited.
 *
 * @param samples one for each statement, in no order
 * @param failed statements that failed
 */
record Latencies(List<Sample> samples, long failed) {

    /**
     * One statement.
     *
     * @param due when it was to be sent, in nanoseconds of the process's clock
     * @param nanos from then until it was done
     */
    record Sample(long due, long nanos) {}

    /** Copies the list. */
    Latencies {
        samples = List.copyOf(samples);
    }

    static Latencies together(List<Latencies> parts) {
        List<Sample> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.samples()));
        return new Latencies(all, parts.stream().mapToLong(Latencies::failed).sum());
    }

    /** Returns the milliseconds within which a share of the statements was done. */
    double percentile(double share) {
        if (samples.isEmpty()) {
            return 0;
        }
        List<Sample> sorted =
                samples.stream().sorted(Comparator.comparingLong(Sample::nanos)).toList();
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()))
                        .nanos()
                / 1e6;
    }

    /** Returns those of the statements that were under way during some of the steps. */
    Latencies during(List<Timed> steps) {
        return new Latencies(
                samples.stream()
                        .filter(s -> steps.stream().anyMatch(t -> overlaps(s, t)))
                        .toList(),
                0);
    }

    /** Returns those of the statements that were due in a time. */
    Latencies due(long from, long to) {
        return new Latencies(
                samples.stream().filter(s -> s.due() >= from && s.due() < to).toList(), 0);
    }

    /** Returns the milliseconds of the slowest statement that was under way during a step that changes the catalog only. */
    double longestDuringDdl(List<Timed> steps) {
        return during(steps.stream().filter(Timed::isDdl).toList()).samples().stream()
                .mapToDouble(s -> s.nanos() / 1e6)
                .max()
                .orElse(0);
    }

    private static boolean overlaps(Sample sample, Timed step) {
        return sample.due() < step.to() && sample.due() + sample.nanos() > step.from();
    }
}

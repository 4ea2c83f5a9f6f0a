package dev.migratable.benchmark;

import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a client's writes take in turns, all within moments of each other: on a table before its migration, and on one in
 * transition with the triggers of dual write, with triggers that do nothing, and without any. A disk's waits differ too much
 * from one minute to the next to measure one after the other.
 */
final class TriggerTurns {

    private enum Variant {
        BEFORE,
        DUAL_WRITE,
        NOTHING,
        BY_HAND
    }

    /**
     * How much longer writes took than others of the same turns.
     *
     * @param lower a quarter of the turns were below
     * @param median half of them were
     * @param upper three quarters were
     */
    record Ratio(double lower, double median, double upper) {

        static Ratio of(List<Double> ratios) {
            List<Double> sorted = ratios.stream().sorted().toList();
            int size = sorted.size();
            return new Ratio(sorted.get(size / 4), sorted.get(size / 2), sorted.get(size * 3 / 4));
        }

        String spread() {
            return String.format(Locale.ROOT, "half of the turns within %.2f and %.2f", lower, upper);
        }
    }

    private final Map<Variant, List<Double>> seconds = new EnumMap<>(Variant.class);

    private TriggerTurns() {}

    /**
     * Measures.
     *
     * @param before a table as it was
     * @param expanded the same in transition, with {@linkplain Triggers#addEmpty triggers that do nothing}
     */
    static TriggerTurns of(TestDatabase before, TestDatabase expanded, ClientWrites writes, long rows, int turns)
            throws SQLException {
        TriggerTurns measured = new TriggerTurns();
        try (Connection former = before.connect();
                Connection present = expanded.connect()) {
            Variant[] variants = Variant.values();
            // The first turn warms up.
            for (int turn = 0; turn <= turns; turn++) {
                for (int n = 0; n < variants.length; n++) {
                    Variant variant = variants[(turn + n) % variants.length];
                    if (variant != Variant.BEFORE) {
                        triggers(variant).select(expanded);
                    }
                    double taken = writes.time(
                            variant == Variant.BEFORE ? former : present,
                            turn * variants.length + n,
                            rows,
                            variant == Variant.NOTHING || variant == Variant.BY_HAND);
                    if (turn > 0) {
                        measured.seconds(variant).add(taken);
                    }
                }
            }
        }
        return measured;
    }

    private static Triggers triggers(Variant variant) {
        return switch (variant) {
            case DUAL_WRITE -> Triggers.DUAL_WRITE;
            case NOTHING -> Triggers.NOTHING;
            case BEFORE, BY_HAND -> Triggers.NONE;
        };
    }

    /** Returns what the triggers cost beside a client that writes the twin by hand. */
    Ratio triggersAlone() {
        return ratio(Variant.DUAL_WRITE, Variant.BY_HAND);
    }

    /** Returns the same of triggers that do nothing: the floor of any. */
    Ratio triggersThatDoNothing() {
        return ratio(Variant.NOTHING, Variant.BY_HAND);
    }

    /** Returns what the triggers, the twin and its index cost together. */
    Ratio withTwin() {
        return ratio(Variant.DUAL_WRITE, Variant.BEFORE);
    }

    private Ratio ratio(Variant variant, Variant beside) {
        List<Double> longer = seconds(variant);
        List<Double> shorter = seconds(beside);
        List<Double> ratios = new ArrayList<>();
        for (int turn = 0; turn < longer.size(); turn++) {
            ratios.add(longer.get(turn) / shorter.get(turn));
        }
        return Ratio.of(ratios);
    }

    private List<Double> seconds(Variant variant) {
        return seconds.computeIfAbsent(variant, v -> new ArrayList<>());
    }
}

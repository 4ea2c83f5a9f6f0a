package dev.migratable.benchmark;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures whole processes of javac over generated entities, variant after variant in turn, and prints medians, and the cost of
 * each processor as what it adds to a compilation without one.
 */
public final class ProcessorBenchmark {

    private static final List<Integer> SIZES = List.of(200, 1000, 2000, 5000);
    private static final int REPETITIONS = 5;

    private ProcessorBenchmark() {}

    /** Measures; the arguments are how often, and the numbers of entities. */
    public static void main(String[] arguments) throws Exception {
        int repetitions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : REPETITIONS;
        List<Integer> sizes = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList()
                : SIZES;
        Tools tools = new Tools(System.getProperty("java.class.path"));
        System.out.println(
                "javac " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                        + " processors, median of " + repetitions + "; cost: CPU beyond that of no processor");
        System.out.printf(
                "%-9s %-38s %8s %8s %8s %8s %12s%n",
                "entities", "variant", "CPU ms", "wall ms", "heap MB", "cost ms", "ms/entity");
        Map<Integer, Map<Variant, Measurement>> bySize = new LinkedHashMap<>();
        try (ScratchFolder folder = ScratchFolder.create()) {
            for (int size : sizes) {
                Workspace workspace =
                        new Workspace(Files.createDirectory(folder.path().resolve(size + "")), tools, size);
                Map<Variant, Measurement> medians = measure(workspace, repetitions);
                print(size, medians);
                bySize.put(size, medians);
            }
        }
        printGrowth(bySize);
    }

    /** Prints by how much an entity costs more, or less, in the largest compilation than in each of those before. */
    private static void printGrowth(Map<Integer, Map<Variant, Measurement>> bySize) {
        List<Integer> sizes = new ArrayList<>(bySize.keySet());
        int largest = sizes.get(sizes.size() - 1);
        for (int size : sizes.subList(0, sizes.size() - 1)) {
            StringBuilder line =
                    new StringBuilder("cost of an entity of " + largest + ", beside that of one of " + size + ":");
            for (Variant variant : Variant.values()) {
                if (variant != Variant.NONE) {
                    double ratio = perEntity(bySize, largest, variant) / perEntity(bySize, size, variant);
                    line.append(String.format(" %.2f (%s)", ratio, variant.title()));
                }
            }
            System.out.println(line);
        }
    }

    private static double perEntity(Map<Integer, Map<Variant, Measurement>> bySize, int size, Variant variant) {
        return (double) cost(Objects.requireNonNull(bySize.get(size)), variant) / size;
    }

    private static Map<Variant, Measurement> measure(Workspace workspace, int repetitions) throws Exception {
        Map<Variant, List<Measurement>> all = new EnumMap<>(Variant.class);
        for (int i = 0; i < repetitions; i++) {
            for (Variant variant : Variant.values()) {
                all.computeIfAbsent(variant, v -> new ArrayList<>()).add(workspace.compile(variant));
            }
        }
        Map<Variant, Measurement> medians = new EnumMap<>(Variant.class);
        all.forEach((variant, measurements) -> medians.put(variant, Measurement.median(measurements)));
        return medians;
    }

    private static void print(int size, Map<Variant, Measurement> medians) {
        for (Map.Entry<Variant, Measurement> entry : medians.entrySet()) {
            Measurement median = entry.getValue();
            long cost = cost(medians, entry.getKey());
            System.out.printf(
                    "%-9d %-38s %8d %8d %8d %8d %12.2f%n",
                    size,
                    entry.getKey().title(),
                    median.cpu(),
                    median.wall(),
                    median.heap(),
                    cost,
                    (double) cost / size);
        }
        double hibernate = cost(medians, Variant.HIBERNATE);
        System.out.printf(
                "%-9d cost beside hibernate-processor: %.2f (model only), %.2f (and check), %.2f (and descriptors)%n",
                size,
                cost(medians, Variant.MODEL) / hibernate,
                cost(medians, Variant.CHECKED) / hibernate,
                cost(medians, Variant.DESCRIBED) / hibernate);
    }

    private static long cost(Map<Variant, Measurement> medians, Variant variant) {
        return Objects.requireNonNull(medians.get(variant)).cpu()
                - Objects.requireNonNull(medians.get(Variant.NONE)).cpu();
    }
}

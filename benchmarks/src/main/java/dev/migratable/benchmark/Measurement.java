package dev.migratable.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
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

    private static final String PREFIX = "measured ";

    /** Returns what this process has needed so far. */
    static Measurement ofThisProcess() {
        long cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        long wall = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return new Measurement(cpu / 1_000_000, wall, heap >> 20);
    }

    /** Returns a copy with another number of megabytes. */
    Measurement withHeap(long megabytes) {
        return new Measurement(cpu, wall, megabytes);
    }

    /** Returns a line for another process to {@link #read}. */
    String line() {
        return PREFIX + cpu + " " + wall + " " + heap;
    }

    /** Finds the line in what a process printed. */
    static Measurement read(String output) {
        String line = output.lines()
                .filter(l -> l.startsWith(PREFIX))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the measured process failed: " + output));
        String[] numbers = line.substring(PREFIX.length()).split(" ");
        return new Measurement(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }

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

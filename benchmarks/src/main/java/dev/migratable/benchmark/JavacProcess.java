package dev.migratable.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.tools.ToolProvider;

/** Runs javac in a JVM of its own and prints what the whole process needed: CPU and wall milliseconds, heap megabytes. */
final class JavacProcess {

    private static final String PREFIX = "measured ";

    private JavacProcess() {}

    /** Compiles; the arguments are javac's. */
    public static void main(String[] arguments) {
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
        if (status != 0) {
            System.exit(status);
        }
        long cpu =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        long wall = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.println(PREFIX + cpu / 1_000_000 + " " + wall + " " + (heap >> 20));
    }

    /** Reads what was printed. */
    static Measurement read(String output) {
        String line = output.lines()
                .filter(l -> l.startsWith(PREFIX))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("javac failed: " + output));
        String[] numbers = line.substring(PREFIX.length()).split(" ");
        return new Measurement(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
}

package dev.migratable.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Watches how much of the heap lives after collections: the rest was garbage, of which there is as much as there is room. */
final class HeapPeak {

    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private final AtomicLong peak = new AtomicLong();

    /** Watches from now on. */
    static HeapPeak watch() {
        HeapPeak heap = new HeapPeak();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((notification, handback) -> heap.collected(notification), null, null);
            }
        }
        return heap;
    }

    private void collected(Notification notification) {
        if (notification.getUserData() instanceof CompositeData data) {
            Map<String, MemoryUsage> after =
                    GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageAfterGc();
            long used = pools.stream()
                    .map(after::get)
                    .filter(usage -> usage != null)
                    .mapToLong(MemoryUsage::getUsed)
                    .sum();
            peak.accumulateAndGet(used, Math::max);
        }
    }

    /** Returns the most that was in use after a collection so far, in bytes. */
    long bytes() {
        return peak.get();
    }
}

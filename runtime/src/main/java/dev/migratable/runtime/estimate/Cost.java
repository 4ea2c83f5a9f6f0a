package dev.migratable.runtime.estimate;

/**
 * What a step does to rows and disk.
 *
 * @param rows rows written or read
 * @param bytes disk space taken
 * @param walBytes WAL written
 */
record Cost(long rows, long bytes, long walBytes) {}

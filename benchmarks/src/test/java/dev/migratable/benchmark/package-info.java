/** Whether there is something to measure. */
@org.jspecify.annotations.NullMarked
package dev.migratable.benchmark;

/** What the annotation processor costs, beside another one and beside none. */
@org.jspecify.annotations.NullMarked
package dev.migratable.benchmark;

/** The cases of entity mappings that every reader of mappings is held against. */
@org.jspecify.annotations.NullMarked
package dev.migratable.testkit.mapping;

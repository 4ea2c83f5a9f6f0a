/** Reads annotated classes into the relational model; one reader per area of the mapping. */
@NullMarked
package dev.migratable.processor.read;

import org.jspecify.annotations.NullMarked;

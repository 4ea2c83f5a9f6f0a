/** The relational model: immutable records that describe tables, columns, constraints, indexes and sequences. */
@NullMarked
package dev.migratable.schema;

import org.jspecify.annotations.NullMarked;

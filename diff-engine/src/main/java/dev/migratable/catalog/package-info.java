/** Reads the schema of a live PostgreSQL, 13 to 18, from its catalog. */
@NullMarked
package dev.migratable.catalog;

import org.jspecify.annotations.NullMarked;

/** Backfills: rows get their values in small committed batches, in parallel, and resumably. */
@NullMarked
package dev.migratable.runtime.backfill;

import org.jspecify.annotations.NullMarked;

/** Looks, before the first statement of a migration, for everything that would stop or hurt it. */
@NullMarked
package dev.migratable.runtime.preflight;

import org.jspecify.annotations.NullMarked;

/** Hooks: what a user's own code or SQL does before and after a migration, a phase, a step. */
@NullMarked
package dev.migratable.runtime.hook;

import org.jspecify.annotations.NullMarked;

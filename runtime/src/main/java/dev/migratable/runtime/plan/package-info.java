/** Migration plans: which steps, in which phase, lead from one schema to another while both versions run. */
@NullMarked
package dev.migratable.runtime.plan;

import org.jspecify.annotations.NullMarked;

/** Plans: turns judged changes into the steps that carry them out while old and new application versions run. */
@NullMarked
package dev.migratable.runtime.expansion;

import org.jspecify.annotations.NullMarked;

/** What was run when, by whom, and how it ended. */
@NullMarked
package dev.migratable.runtime.history;

import org.jspecify.annotations.NullMarked;

/** Judges changes: what they lock, rewrite, break and lose, and what to do instead. */
@NullMarked
package dev.migratable.classify;

import org.jspecify.annotations.NullMarked;

/** Verification: counts the rows that are not as they must be. */
@NullMarked
package dev.migratable.runtime.verify;

import org.jspecify.annotations.NullMarked;

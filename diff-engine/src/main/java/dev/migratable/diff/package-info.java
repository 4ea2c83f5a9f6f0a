/** Compares two schemas and gives the changes that lead from one to the other. */
@NullMarked
package dev.migratable.diff;

import org.jspecify.annotations.NullMarked;

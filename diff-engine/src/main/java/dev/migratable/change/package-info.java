/** The kinds of difference between two schemas. */
@NullMarked
package dev.migratable.change;

import org.jspecify.annotations.NullMarked;

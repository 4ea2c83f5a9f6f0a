/** Canonical forms by which spellings of one type or expression are recognised as the same. */
@NullMarked
package dev.migratable.normalize;

import org.jspecify.annotations.NullMarked;

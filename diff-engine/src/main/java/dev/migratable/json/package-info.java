/** Reads and writes models as JSON that people can read and {@code git diff} shows well. */
@NullMarked
package dev.migratable.json;

import org.jspecify.annotations.NullMarked;

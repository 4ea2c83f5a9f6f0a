/** Says, before a step runs, what it will cost: rows, bytes, WAL, time. */
@NullMarked
package dev.migratable.runtime.estimate;

import org.jspecify.annotations.NullMarked;

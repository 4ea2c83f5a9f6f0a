/** The gate before a contract: who and what keeps it closed. */
@NullMarked
package dev.migratable.runtime.gate;

import org.jspecify.annotations.NullMarked;

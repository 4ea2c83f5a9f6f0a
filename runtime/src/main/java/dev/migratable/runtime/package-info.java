/** Plans, writes and executes migrations. */
@NullMarked
package dev.migratable.runtime;

import org.jspecify.annotations.NullMarked;

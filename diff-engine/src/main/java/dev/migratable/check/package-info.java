/** Checks an edited model against the model of the last migration, without a database. */
@NullMarked
package dev.migratable.check;

import org.jspecify.annotations.NullMarked;

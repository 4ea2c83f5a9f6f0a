/** The facade: applies migrations, tells their state, compares a database with a model. */
@NullMarked
package dev.migratable.runtime.execute;

import org.jspecify.annotations.NullMarked;

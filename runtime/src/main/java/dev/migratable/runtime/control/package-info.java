/** What an operator asks of a migration while it runs: pause, resume, stop, other pace; kept in the database. */
@NullMarked
package dev.migratable.runtime.control;

import org.jspecify.annotations.NullMarked;

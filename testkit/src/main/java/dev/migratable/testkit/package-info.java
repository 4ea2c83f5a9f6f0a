/**
 * A real PostgreSQL for tests: every test gets a database of its own.
 *
 * <p>The server is a given one, else a container, else an embedded one; see {@link
 * dev.migratable.testkit.PostgresServer#start()}.
 */
@NullMarked
package dev.migratable.testkit;

import org.jspecify.annotations.NullMarked;

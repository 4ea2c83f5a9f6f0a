/** The runner's own database sessions: how they are opened, named, locked against each other, and how they fail. */
@NullMarked
package dev.migratable.runtime.session;

import org.jspecify.annotations.NullMarked;

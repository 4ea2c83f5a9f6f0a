/** What makes a backfill go slower by itself: standbys that lag, clients that wait, a slow server, too much WAL. */
@NullMarked
package dev.migratable.runtime.throttle;

import org.jspecify.annotations.NullMarked;

/** Writes SQL text: quoting, definitions of tables and constraints, triggers, backfills, and tests of the catalog. */
@NullMarked
package dev.migratable.runtime.sql;

import org.jspecify.annotations.NullMarked;

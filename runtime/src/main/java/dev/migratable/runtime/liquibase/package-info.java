/** The only place that knows Liquibase: runs a changelog through it, one change set at a time. */
@NullMarked
package dev.migratable.runtime.liquibase;

import org.jspecify.annotations.NullMarked;

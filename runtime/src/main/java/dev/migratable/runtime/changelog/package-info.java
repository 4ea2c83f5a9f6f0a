/** Writes plans as Liquibase changelogs and reads them back. */
@NullMarked
package dev.migratable.runtime.changelog;

import org.jspecify.annotations.NullMarked;

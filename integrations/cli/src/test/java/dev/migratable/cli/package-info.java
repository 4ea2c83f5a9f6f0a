/** Tests of the command line. */
@NullMarked
package dev.migratable.cli;

import org.jspecify.annotations.NullMarked;

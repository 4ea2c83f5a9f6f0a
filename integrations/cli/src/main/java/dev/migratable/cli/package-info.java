/** The command line: parses options, calls the runtime, prints. */
@NullMarked
package dev.migratable.cli;

import org.jspecify.annotations.NullMarked;

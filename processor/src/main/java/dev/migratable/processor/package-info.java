/** The annotation processor that writes the schema model of the entities it sees. */
@NullMarked
package dev.migratable.processor;

import org.jspecify.annotations.NullMarked;

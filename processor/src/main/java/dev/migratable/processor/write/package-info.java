/** Writes descriptors and resources. */
@NullMarked
package dev.migratable.processor.write;

import org.jspecify.annotations.NullMarked;

/** The processor's options. */
@NullMarked
package dev.migratable.processor.option;

import org.jspecify.annotations.NullMarked;

/** Compares the model with the committed baseline and says so on the changed element. */
@NullMarked
package dev.migratable.processor.check;

import org.jspecify.annotations.NullMarked;

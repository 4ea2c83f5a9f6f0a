/** Small runnable applications. */
@NullMarked
package dev.migratable.examples;

import org.jspecify.annotations.NullMarked;

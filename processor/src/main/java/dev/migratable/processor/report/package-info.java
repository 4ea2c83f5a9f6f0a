/** What the processor says to people: all texts, and the way they reach javac. */
@NullMarked
package dev.migratable.processor.report;

import org.jspecify.annotations.NullMarked;

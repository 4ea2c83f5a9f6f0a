/** The demonstration: an online shop's schema evolves while its old and its new version run. */
@NullMarked
package dev.migratable.examples.demo;

import org.jspecify.annotations.NullMarked;

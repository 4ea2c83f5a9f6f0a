/** What the modules and packages may know of each other. */
@NullMarked
package dev.migratable.architecture;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.migratable.runtime.throttle;

import org.jspecify.annotations.NullMarked;

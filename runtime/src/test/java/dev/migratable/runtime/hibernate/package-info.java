@NullMarked
package dev.migratable.runtime.hibernate;

import org.jspecify.annotations.NullMarked;

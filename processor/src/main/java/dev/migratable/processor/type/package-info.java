/** Which SQL type a Java type is stored in. */
@NullMarked
package dev.migratable.processor.type;

import org.jspecify.annotations.NullMarked;

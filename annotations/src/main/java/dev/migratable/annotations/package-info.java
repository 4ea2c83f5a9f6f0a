/** The annotations that control Migratable; they have no dependencies and no behaviour. */
@NullMarked
package dev.migratable.annotations;

import org.jspecify.annotations.NullMarked;

/** The rules, one a file: each looks at one kind of danger and says what is safe instead. */
@NullMarked
package dev.migratable.classify.rule;

import org.jspecify.annotations.NullMarked;

/** Entity models drawn at random from a seed, as readable Java source. */
@org.jspecify.annotations.NullMarked
package dev.migratable.runtime.hibernate.random;

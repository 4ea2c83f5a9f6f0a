/** Tests of the processor: what it writes, what it says, and that Hibernate makes the same schema. */
package dev.migratable.processor;

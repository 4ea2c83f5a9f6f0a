package dev.migratable.runtime.expansion;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the test of a trap that expand and contract has, in which the naive solution runs beside ours and fails. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Trap {

    /** Returns its number, as {@link EveryTrapTest} lists them. */
    int value();
}

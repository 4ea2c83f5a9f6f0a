/**
 * What Hibernate makes of an application's entities, as a schema. The only package that imports Hibernate, which is an
 * optional dependency: without it on the class path everything else works.
 */
@NullMarked
package dev.migratable.runtime.hibernate;

import org.jspecify.annotations.NullMarked;

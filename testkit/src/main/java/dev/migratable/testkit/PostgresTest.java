package dev.migratable.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of the annotated class, or the annotated test, an empty database of its own.
 *
 * <p>The database is a {@link TestDatabase} parameter of the test method, of a {@code @BeforeEach} or {@code
 * @AfterEach} method, or of the constructor; within one test all of them get the same one. It is dropped after the
 * test.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(PostgresExtension.class)
public @interface PostgresTest {}

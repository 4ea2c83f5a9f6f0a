package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The traps of expand and contract, each with a test in which the naive solution falls into it:
 *
 * <ol>
 *   <li>{@code coalesce(new, old)} reverts a NULL that was written and ignores later updates.
 *   <li>An unconditional assignment undoes what a foreign key's action did to the other column.
 *   <li>A backfill that only touches rows fills nothing where triggers look for changes.
 *   <li>A NULL that the new version writes into a row not yet filled is overwritten.
 *   <li>{@code UPDATE OF} looks at the statement, not at what other triggers change.
 *   <li>A {@code BEFORE INSERT} trigger fires for {@code ON CONFLICT DO NOTHING}, too.
 *   <li>Generated columns are NULL in {@code BEFORE} triggers, and keep what they are computed from.
 *   <li>{@code session_replication_role = replica} writes past triggers.
 *   <li>Row level security hides rows from backfill and verification.
 *   <li>A conversion that does not come back the same changes what nobody wrote.
 *   <li>A change of type in place breaks prepared statements, even those that name their columns.
 *   <li>Each column uses up an attribute number for ever.
 *   <li>Triggers of the user's own fire for each row of a backfill.
 *   <li>Privileges, collation, statistics target, storage and comment belong to the twin as well.
 *   <li>Views, functions, publications, policies and generated columns depend on the old column.
 *   <li>Hibernate writes every column on update; an entity that maps both names would write back what it read.
 * </ol>
 */
class EveryTrapTest {

    private static final int TRAPS = 16;

    private static final List<Class<?>> TESTS =
            List.of(DualWriteTrapsTest.class, BackfillTrapsTest.class, TwinTrapsTest.class);

    @Test
    void everyTrapHasItsTest() {
        List<Integer> tested = TESTS.stream()
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .flatMap(method -> Optional.ofNullable(method.getAnnotation(Trap.class)).stream())
                .map(Trap::value)
                .distinct()
                .sorted()
                .toList();
        assertEquals(IntStream.rangeClosed(1, TRAPS).boxed().toList(), tested);
    }
}

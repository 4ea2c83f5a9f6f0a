package dev.migratable.normalize;

import dev.migratable.schema.Deferrability;
import java.util.Optional;

/** Collects the words on when a constraint is checked, which come in any order. For one constraint. */
final class ConstraintTiming {

    private Optional<Boolean> deferrable = Optional.empty();
    private Optional<Boolean> deferred = Optional.empty();

    /** Takes the next words, where they are of this kind. */
    boolean take(OptionCursor cursor) throws UnreadOptionException {
        boolean not = cursor.startsWith("not", "deferrable");
        if (not || cursor.startsWith("deferrable")) {
            rejectOther(cursor, deferrable, !not);
            deferrable = Optional.of(!not);
            return not ? cursor.take("not", "deferrable") : cursor.take("deferrable");
        }
        boolean late = cursor.startsWith("initially", "deferred");
        if (late || cursor.startsWith("initially", "immediate")) {
            rejectOther(cursor, deferred, late);
            deferred = Optional.of(late);
            return cursor.take("initially", late ? "deferred" : "immediate");
        }
        return false;
    }

    private static void rejectOther(OptionCursor cursor, Optional<Boolean> before, boolean now)
            throws UnreadOptionException {
        if (before.isPresent() && before.get() != now) {
            throw cursor.unread("it contradicts what stands before it", "Say one of the two");
        }
    }

    /** Returns what the words say together. */
    Deferrability result(OptionCursor cursor) throws UnreadOptionException {
        boolean late = deferred.orElse(false);
        if (late && !deferrable.orElse(true)) {
            throw cursor.unread("what is INITIALLY DEFERRED is DEFERRABLE", "Remove NOT DEFERRABLE");
        }
        if (late) {
            return Deferrability.INITIALLY_DEFERRED;
        }
        return deferrable.orElse(false) ? Deferrability.INITIALLY_IMMEDIATE : Deferrability.NOT_DEFERRABLE;
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.runtime.expansion.FireClient.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A column under both names, with its default as a text, and values in the server's own spelling; where it is
 * converted, with the type, the values and the default of the present one, and what makes one value of the other.
 */
record FireField(
        String old,
        String present,
        String type,
        Optional<String> initial,
        List<String> values,
        String presentType,
        List<String> presentValues,
        UnaryOperator<String> forward,
        UnaryOperator<String> backward,
        UnaryOperator<String> stored) {
    FireField(String old, String present, String type, Optional<String> initial, List<String> values) {
        this(old, present, type, initial, values, type, values, v -> v, v -> v, v -> v);
    }

    /** A column of one name, of which a trigger of the user's own stores another value than what was written. */
    FireField(
            String name,
            String type,
            String presentType,
            Optional<String> initial,
            List<String> values,
            UnaryOperator<String> stored) {
        this(name, name, type, initial, values, presentType, values, v -> v, v -> v, stored);
    }

    boolean isNamed(Side side) {
        return !old.equals(present) || side != Side.EITHER;
    }

    String name(Side side) {
        return side == Side.OLD ? old : present;
    }

    String mark(Side side) {
        return "CAST(? AS " + (side == Side.OLD ? type : presentType) + ")";
    }

    /** The key under which a row remembers what one side sees. */
    String key(Side side) {
        return side == Side.OLD ? old : "new " + present;
    }

    /** An inserted value; a side that was left out shows the default. */
    void insert(Map<String, String> row, Side side, String value) {
        String first = initial.orElse("null");
        row.put(key(Side.OLD), first);
        row.put(key(Side.NEW), forward.apply(first));
        write(row, side, value);
    }

    void write(Map<String, String> row, Side side, String written) {
        String value = stored.apply(written);
        if (side == Side.OLD) {
            if (!value.equals(row.put(key(Side.OLD), value))) {
                row.put(key(Side.NEW), forward.apply(value));
            }
        } else if (!value.equals(row.put(key(Side.NEW), value))
                && !forward.apply(row.get(key(Side.OLD))).equals(value)) {
            row.put(key(Side.OLD), backward.apply(value));
        }
    }

    /** Both in one statement: the present one wins where it changes anything. */
    void writeBoth(Map<String, String> row, String former, String value) {
        if (value.equals(row.get(key(Side.NEW)))) {
            write(row, Side.OLD, former);
        } else {
            row.put(key(Side.OLD), former);
            write(row, Side.NEW, value);
        }
    }
}

package dev.migratable.normalize;

import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the options of a sequence: its type, bounds, cache and cycle. For one text. */
public final class SequenceOptionReader {

    private static final Set<String> TYPES = Set.of("smallint", "int2", "integer", "int", "int4", "bigint", "int8");

    private final OptionCursor cursor;
    private final Sequence plain;
    private final Set<String> said = new HashSet<>();
    private SqlType type;
    private OptionalLong minimum = OptionalLong.empty();
    private OptionalLong maximum = OptionalLong.empty();
    private long cache;
    private boolean cycle;

    private SequenceOptionReader(OptionCursor cursor, Sequence plain) {
        this.cursor = cursor;
        this.plain = plain;
        this.type = plain.type();
        this.cache = plain.options().cache();
        this.cycle = plain.options().cycle();
    }

    /** Returns the sequence with what the text says; as {@link OptionReader#read}. */
    public static Sequence read(Sequence plain, String options) throws UnreadOptionException {
        return new SequenceOptionReader(OptionCursor.of(options), plain).read();
    }

    private Sequence read() throws UnreadOptionException {
        while (!cursor.atEnd()) {
            clause();
        }
        SequenceOptions options = plain.options();
        SequenceOptions usual = SequenceOptions.ascending(type, options.start(), options.increment());
        // a sequence that goes down has bounds of its own, which the type does not change unless it is smaller
        boolean down = options.increment() < 0;
        long smallest = minimum.orElse(down ? options.minimum() : usual.minimum());
        long largest = maximum.orElse(down ? options.maximum() : usual.maximum());
        if (options.start() < smallest || options.start() > largest || (down && !type.equals(plain.type()))) {
            throw cursor.unread("the sequence starts with " + options.start(), "Let it start between its bounds");
        }
        return new Sequence(
                plain.name(),
                type,
                new SequenceOptions(options.start(), options.increment(), smallest, largest, cache, cycle),
                plain.ownedBy(),
                plain.comment(),
                plain.unlogged());
    }

    private void clause() throws UnreadOptionException {
        if (cursor.startsWith("as")) {
            once("as");
            cursor.take("as");
            Optional<String> name = TYPES.stream().filter(cursor::take).findFirst();
            if (name.isEmpty()) {
                throw cursor.unread("a sequence is of smallint, integer or bigint", "Name one of these");
            }
            type = SqlType.parse(name.get());
        } else if (cursor.startsWith("no", "minvalue") || cursor.startsWith("no", "maxvalue")) {
            boolean low = cursor.startsWith("no", "minvalue");
            once(low ? "minvalue" : "maxvalue");
            cursor.take("no", low ? "minvalue" : "maxvalue");
        } else if (cursor.startsWith("minvalue")) {
            minimum = OptionalLong.of(number("minvalue"));
        } else if (cursor.startsWith("maxvalue")) {
            maximum = OptionalLong.of(number("maxvalue"));
        } else if (cursor.startsWith("cache")) {
            cache = number("cache");
            if (cache < 1) {
                throw cursor.unread("a cache has at least one value", "Write CACHE 1");
            }
        } else if (cursor.startsWith("cycle") || cursor.startsWith("no", "cycle")) {
            once("cycle");
            cycle = !cursor.take("no");
            cursor.take("cycle");
        } else {
            throw refusal();
        }
    }

    private long number(String word) throws UnreadOptionException {
        once(word);
        cursor.take(word);
        return cursor.number("Write a number behind " + word);
    }

    /** The server takes no clause twice; what starts below 1 has its lower bound from Hibernate. */
    private void once(String word) throws UnreadOptionException {
        boolean bound = word.equals("minvalue") && plain.options().start() < 1;
        if (!said.add(word) || bound) {
            throw cursor.unread("it is said already", "Say it once");
        }
    }

    private UnreadOptionException refusal() {
        boolean member = cursor.startsWith("start") || cursor.startsWith("increment");
        return cursor.unread(
                member
                        ? "Hibernate writes it before the options, too"
                        : "a sequence has AS type, MINVALUE, MAXVALUE, CACHE and CYCLE",
                member ? "Say it with initialValue and allocationSize" : OptionCursor.OWN_CHANGELOG);
    }
}

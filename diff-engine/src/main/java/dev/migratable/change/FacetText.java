package dev.migratable.change;

import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in plain words what differs between two sequences, identities or generated columns. */
final class FacetText {

    private static final String NONE = "none";

    private FacetText() {}

    /** Returns what differs, each attribute with both values. */
    static String of(Sequence from, Sequence to) {
        List<String> words = new ArrayList<>();
        add(words, "type", from.type().sql(), to.type().sql());
        addOptions(words, from.options(), to.options());
        add(words, "owner", owner(from), owner(to));
        return String.join(", ", words);
    }

    /** Returns what differs between two identities, either of which may be absent. */
    static String of(Optional<Identity> from, Optional<Identity> to) {
        List<String> words = new ArrayList<>();
        add(words, "", kind(from), kind(to));
        if (from.isPresent() && to.isPresent()) {
            addOptions(words, from.get().options(), to.get().options());
        }
        return String.join(", ", words);
    }

    /** Returns the clause of a generated column. */
    static String of(Generated generated) {
        return "(" + generated.expression() + ")" + (generated.stored() ? " stored" : " virtual");
    }

    private static String owner(Sequence sequence) {
        return sequence.ownedBy().map(column -> column.display()).orElse(NONE);
    }

    private static String kind(Optional<Identity> identity) {
        return identity.map(i -> i.always() ? "always" : "by default").orElse(NONE);
    }

    private static void addOptions(List<String> words, SequenceOptions from, SequenceOptions to) {
        add(words, "start", from.start(), to.start());
        add(words, "increment", from.increment(), to.increment());
        add(words, "minimum", from.minimum(), to.minimum());
        add(words, "maximum", from.maximum(), to.maximum());
        add(words, "cache", from.cache(), to.cache());
        add(words, "cycle", from.cycle(), to.cycle());
    }

    private static void add(List<String> words, String name, Object from, Object to) {
        if (!from.equals(to)) {
            words.add((name.isEmpty() ? "" : name + " ") + "from " + from + " to " + to);
        }
    }
}

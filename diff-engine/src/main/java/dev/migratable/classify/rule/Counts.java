package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RowCount;
import java.util.Optional;

/** Words what a database was asked about the rows in the way of a change. */
final class Counts {

    private Counts() {}

    /**
     * Says how many rows make a change fail.
     *
     * @param verb what they do: {@code hold NULL}
     * @param otherwise the clause where no database was asked
     */
    static String failing(Change change, ClassificationContext context, String verb, String otherwise) {
        Optional<RowCount> count = context.evidence().failing(change);
        if (count.isEmpty()) {
            return otherwise;
        }
        String words = count.get().words(verb);
        if (count.get().obstacle().isPresent()) {
            return otherwise + " (" + words + ")";
        }
        return count.get().found() > 0
                ? words + ", which makes it fail"
                : words + " now, and one that does makes it fail";
    }

    /** Says how many rows lose something, with a separator before it; nothing where no database was asked. */
    static String losing(Change change, ClassificationContext context, String verb) {
        return context.evidence()
                .losing(change)
                .map(count -> "; " + count.words(verb))
                .orElse("");
    }

    /** Returns the risk of failing: rows that are certainly not there are no danger now, and may be one later. */
    static Risk risk(Change change, ClassificationContext context, Risk otherwise) {
        boolean none =
                context.evidence().failing(change).filter(RowCount::isNone).isPresent();
        return none && otherwise == Risk.UNSAFE ? Risk.CAUTION : otherwise;
    }
}

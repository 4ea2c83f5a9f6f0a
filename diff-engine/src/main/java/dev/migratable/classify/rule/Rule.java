package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Judges changes under one aspect. Implementations have no state. */
public interface Rule {

    /** Returns the id, by which it is suppressed and its page is found. */
    RuleId id();

    /** Returns the danger in a few words. */
    String title();

    /**
     * Returns what the rule finds, nothing where the change is safe under its aspect.
     *
     * @param change a change on a table that exists before
     * @param facts what the plain statement does
     * @param context the schemas, where {@code current} has the renames done that come before the change
     */
    List<Finding> check(Change change, Facts facts, ClassificationContext context);
}

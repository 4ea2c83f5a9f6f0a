package dev.migratable.classify.rule;

/** Words the ways out that several rules know. */
final class Fixes {

    /** The only way to another type that takes nobody's lock; the planner says the same where it refuses. */
    static final String NEW_COLUMN =
            "Give the attribute a new column name, fill that with @Backfill, and retire the old"
                    + " column in a later migration";

    private Fixes() {}
}

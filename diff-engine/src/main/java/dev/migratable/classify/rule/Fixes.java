package dev.migratable.classify.rule;

import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.Conversion;

/** Words the ways out that several rules know. */
final class Fixes {

    /** The only way to any other type that takes nobody's lock; the planner says the same where it refuses. */
    static final String NEW_COLUMN = "Give the attribute a new column name, with @RenamedFrom and"
            + " @ConvertUsing(forward = \"…\", backward = \"…\")";

    /** The only ways to fewer values, or another order; the planner says it, too, where it refuses. */
    static final String KEEP_VALUES =
            "Keep the constant and its place, or give the attribute a new column name and an enum of"
                    + " another name, with @RenamedFrom and @ConvertUsing(forward = \"old::text::new_type\", backward ="
                    + " \"new::text::old_type\"), or map it without NAMED_ENUM under a new column name, so that a check lists the"
                    + " values";

    /** The only ways to other attributes; the planner says it, too, where it refuses. */
    static final String KEEP_ATTRIBUTES =
            "Keep the attributes, or give the attribute of the entity a new column name and"
                    + " a type of another name, with @RenamedFrom and @ConvertUsing(forward = \"…\", backward = \"…\"), or map it"
                    + " with @JdbcTypeCode(SqlTypes.JSON) under a new column name";

    private static final String SWAP =
            "Generate the migration: its plan fills a column of the new type beside it, and swaps the two";

    private Fixes() {}

    /** Returns the way to another type: the plan's own, where versions that map the old one do not notice. */
    static String of(ChangeColumnType change) {
        return Conversion.isUnnoticed(change.from(), change.to()) ? SWAP : NEW_COLUMN;
    }
}

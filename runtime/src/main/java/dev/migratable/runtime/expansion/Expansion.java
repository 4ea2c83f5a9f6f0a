package dev.migratable.runtime.expansion;

import dev.migratable.change.Change;
import dev.migratable.classify.ClassifiedChange;
import java.util.List;

/**
 * Turns one kind of change into steps of a plan, or refuses it with a reason and a way out.
 *
 * @param <C> the kind of change
 */
abstract class Expansion<C extends Change> {
    private final PlanContext context;
    private final PlanDraft draft;

    Expansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    /** Adds the steps of a change to the draft, or a refusal. */
    abstract void expand(C change, ClassifiedChange judged);

    final PlanContext context() {
        return context;
    }

    final PlanDraft draft() {
        return draft;
    }

    static List<String> notes(ClassifiedChange judged) {
        return PlanContext.notes(judged);
    }
}

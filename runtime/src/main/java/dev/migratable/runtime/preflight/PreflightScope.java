package dev.migratable.runtime.preflight;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.StatementReader;
import dev.migratable.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is going to happen.
 *
 * @param steps every pending step of the migrations concerned, in order
 * @param existing those of their tables that are there
 */
record PreflightScope(List<PendingStep> steps, Set<QualifiedName> existing) {

    PreflightScope {
        steps = List.copyOf(steps);
        existing = Set.copyOf(existing);
    }

    /** Returns the tables that steps work on, our own bookkeeping left out, in order. */
    static Set<QualifiedName> tables(Collection<PendingStep> steps) {
        return steps.stream()
                .map(p -> p.step().header().table())
                .filter(t -> !t.schema().equals(BookkeepingSql.SCHEMA))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the steps whose own table can be looked at now. */
    List<PendingStep> lookable() {
        return steps.stream()
                .filter(pending -> isLookable(pending, pending.step().header().table()))
                .toList();
    }

    /**
     * Returns whether a table is there, and as a step finds it: an earlier pending migration that works on it may leave
     * another one behind than the one that can be looked at now.
     */
    boolean isLookable(PendingStep pending, QualifiedName table) {
        return existing.contains(table)
                && steps.stream()
                        .filter(other -> other.step().header().table().equals(table))
                        .findFirst()
                        .filter(first -> first.plan().id().equals(pending.plan().id()))
                        .isPresent();
    }

    List<PendingStep> wanted() {
        return steps.stream().filter(PendingStep::wanted).toList();
    }

    /** Returns the tables that are there and that steps to run now work on, in order. */
    Set<QualifiedName> wantedTables() {
        Set<QualifiedName> tables = tables(wanted());
        tables.retainAll(existing);
        return tables;
    }

    /** Returns the tables that are there and that get rows written now, in order. */
    Set<QualifiedName> backfilledTables() {
        return wanted().stream()
                .map(PendingStep::step)
                .filter(BackfillStep.class::isInstance)
                .map(step -> ((BackfillStep) step).spec().table())
                .filter(existing::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    StatementReader statements() {
        return new StatementReader(
                steps.stream().flatMap(p -> p.statements().stream()).toList());
    }

    StatementReader wantedStatements() {
        return new StatementReader(
                wanted().stream().flatMap(p -> p.statements().stream()).toList());
    }
}

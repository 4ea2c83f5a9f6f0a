package dev.migratable.runtime.plan;

import dev.migratable.classify.LockMode;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Objects;

/**
 * What every step has.
 *
 * @param id unique within the migration, stable, and the id of its change set: {@code expand-02-dual-write-customer}
 * @param phase the phase it belongs to
 * @param purpose what it is for, one sentence for a reviewer, without its full stop
 * @param table the table it works on
 * @param lock the strongest lock it takes on an existing table
 * @param rewrites whether it writes every row again in one statement
 * @param scans whether it reads every row in one statement
 * @param notes rule ids with their texts, and accepted risks with their reasons, for the comment above the change set
 */
public record StepHeader(
        String id,
        Phase phase,
        String purpose,
        QualifiedName table,
        LockMode lock,
        boolean rewrites,
        boolean scans,
        List<String> notes) {

    /** Copies the notes. */
    public StepHeader {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(lock, "lock");
        notes = List.copyOf(notes);
    }
}

package dev.migratable.runtime.expansion;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a plan is made from.
 *
 * @param id the migration's number and slug: {@code 0007_rename_customer_email}
 * @param from the schema it starts from
 * @param to the model it leads to
 * @param changes what differs, in the order of dependency, with the judgement on each
 * @param earlier the migrations before it, in order
 */
public record PlanRequest(
        String id, Schema from, Model to, List<ClassifiedChange> changes, List<MigrationPlan> earlier) {
    private static final Pattern ID = Pattern.compile("\\d{4,}_[a-z0-9_]{1,100}");

    /** Copies the lists and rejects an id of another shape. */
    public PlanRequest {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        changes = List.copyOf(changes);
        earlier = List.copyOf(earlier);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is not the id of a migration; it is like 0007_add_email");
        }
    }

    /** Returns the digits the id starts with. */
    public String number() {
        return MigrationPlan.number(id);
    }
}

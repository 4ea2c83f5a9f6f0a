package dev.migratable.diff;

import dev.migratable.change.AddEnumValue;
import dev.migratable.change.CreateEnumType;
import dev.migratable.change.DropEnumType;
import dev.migratable.change.DropEnumValue;
import dev.migratable.change.ReorderEnumType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares enum types. One that the desired side does not list and a column of it still has stays: that side only names
 * it, as a column definition does.
 */
final class EnumTypeDiffer {

    private final Schema current;
    private final Schema desired;
    private final ChangeCollector changes;

    EnumTypeDiffer(Schema current, Schema desired, ChangeCollector changes) {
        this.current = current;
        this.desired = desired;
        this.changes = changes;
    }

    void diff() {
        for (EnumType type : desired.enumTypes()) {
            Optional<EnumType> present = current.enumType(type.name());
            if (present.isPresent()) {
                values(present.get(), type);
            } else {
                changes.add(Stage.CHANGE_TYPE, new CreateEnumType(type));
            }
        }
        for (EnumType type : current.enumTypes()) {
            if (desired.enumType(type.name()).isEmpty() && !desired.uses(type)) {
                changes.add(Stage.DROP_TYPE, new DropEnumType(type));
            }
        }
    }

    private void values(EnumType from, EnumType to) {
        if (from.labels().equals(to.labels())) {
            return;
        }
        List<String> labels = new ArrayList<>(from.labels());
        add(to, labels);
        Set<String> wanted = new HashSet<>(to.labels());
        for (String label : from.labels()) {
            if (!wanted.contains(label)) {
                int place = labels.indexOf(label);
                Optional<String> behind =
                        place + 1 < labels.size() ? Optional.of(labels.get(place + 1)) : Optional.empty();
                labels.remove(place);
                changes.add(Stage.DROP_TYPE, new DropEnumValue(to.name(), label, behind));
            }
        }
        if (!labels.equals(to.labels())) {
            changes.add(Stage.DROP_TYPE, new ReorderEnumType(to.name(), labels, to.labels()));
        }
    }

    /** Adds what is missing, each value before the next one that is there by then, or behind all. */
    private void add(EnumType to, List<String> labels) {
        QualifiedName name = to.name();
        for (int i = 0; i < to.labels().size(); i++) {
            String label = to.labels().get(i);
            if (!labels.contains(label)) {
                Optional<String> before = to.labels().subList(i + 1, to.labels().size()).stream()
                        .filter(labels::contains)
                        .findFirst();
                changes.add(Stage.CHANGE_TYPE, new AddEnumValue(name, label, before));
                labels.add(before.map(labels::indexOf).orElse(labels.size()), label);
            }
        }
    }
}

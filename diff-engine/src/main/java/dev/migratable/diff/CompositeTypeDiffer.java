package dev.migratable.diff;

import dev.migratable.change.ChangeCompositeType;
import dev.migratable.change.CreateCompositeType;
import dev.migratable.change.DropCompositeType;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares composite types. One that the desired side does not list and a column of it still has stays: that side only names
 * it, as a column definition does.
 */
final class CompositeTypeDiffer {

    private final Schema current;
    private final Schema desired;
    private final ChangeCollector changes;
    private final Schema staying;

    CompositeTypeDiffer(Schema current, Schema desired, ChangeCollector changes) {
        this.current = current;
        this.desired = desired;
        this.changes = changes;
        this.staying = withNamed(current, desired);
    }

    /** Returns the desired side, with the types that it only names and that stay. */
    private static Schema withNamed(Schema current, Schema desired) {
        Schema result = desired;
        boolean grows = true;
        while (grows) {
            grows = false;
            for (CompositeType type : current.compositeTypes()) {
                if (result.compositeType(type.name()).isEmpty() && result.uses(type)) {
                    List<CompositeType> more = new ArrayList<>(result.compositeTypes());
                    more.add(type);
                    result = result.withCompositeTypes(more);
                    grows = true;
                }
            }
        }
        return result;
    }

    /** Returns the desired side, with the types that it only names. */
    Schema staying() {
        return staying;
    }

    /** Drops what is not to be, those that have others as attributes first; before enum types, which they may have, too. */
    void drop() {
        List<CompositeType> present = inOrder(current.compositeTypes());
        for (int i = present.size() - 1; i >= 0; i--) {
            CompositeType type = present.get(i);
            if (staying.compositeType(type.name()).isEmpty()) {
                changes.add(Stage.DROP_TYPE, new DropCompositeType(type));
            }
        }
    }

    /** Creates what is not there, each before those that have it as an attribute; after enum types. */
    void create() {
        for (CompositeType type : inOrder(desired.compositeTypes())) {
            Optional<CompositeType> present = current.compositeType(type.name());
            if (present.isEmpty()) {
                create(type);
            } else if (!isSame(present.get(), type)) {
                changes.add(Stage.DROP_TYPE, new ChangeCompositeType(present.get(), type));
            }
        }
    }

    private void create(CompositeType type) {
        Optional<QualifiedName> table = desired.tables().stream()
                .map(Table::name)
                .filter(name -> current.table(name).isEmpty())
                .filter(name -> new CompositeType(name, List.of()).isUsedBy(type))
                .findFirst();
        if (table.isPresent()) {
            changes.add(
                    Stage.UNSUPPORTED,
                    new UnsupportedChange(
                            type.name(),
                            "the type has rows of the table " + table.get().display()
                                    + " as an attribute, which is new, too, and types are created before tables",
                            "Create the type in a changelog of your own"));
        } else {
            changes.add(Stage.CHANGE_TYPE, new CreateCompositeType(type));
        }
    }

    private static boolean isSame(CompositeType one, CompositeType other) {
        if (one.attributes().size() != other.attributes().size()) {
            return false;
        }
        for (int i = 0; i < one.attributes().size(); i++) {
            CompositeAttribute left = one.attributes().get(i);
            CompositeAttribute right = other.attributes().get(i);
            boolean same = left.name().equals(right.name())
                    && Equivalence.sameType(left.type(), right.type())
                    && left.collation().equals(right.collation());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Returns each behind those that it has as attributes. */
    private static List<CompositeType> inOrder(List<CompositeType> types) {
        Set<CompositeType> ordered = new LinkedHashSet<>();
        Set<CompositeType> visited = new LinkedHashSet<>();
        types.forEach(type -> visit(type, types, visited, ordered));
        return new ArrayList<>(ordered);
    }

    private static void visit(
            CompositeType type, List<CompositeType> types, Set<CompositeType> visited, Set<CompositeType> ordered) {
        if (visited.add(type)) {
            types.stream()
                    .filter(other -> other.isUsedBy(type))
                    .forEach(other -> visit(other, types, visited, ordered));
            ordered.add(type);
        }
    }
}

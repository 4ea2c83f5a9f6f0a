package dev.migratable.runtime.expansion;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** The rows of other tables that one client's rows under fire may refer to, as it knows them. */
final class FireParents {
    private static final int IDS = 6;

    /** A table that rows refer to, by a column of this former name; deleting its rows sets that to NULL or deletes. */
    enum Parent {
        KEEPER("owner_id", false),
        LOT("lot_id", true);

        private final String column;
        private final boolean cascades;

        Parent(String column, boolean cascades) {
            this.column = column;
            this.cascades = cascades;
        }

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }

        String column() {
            return column;
        }

        boolean cascades() {
            return cascades;
        }
    }

    private final Map<Parent, Set<Long>> ids;

    private FireParents(Map<Parent, Set<Long>> ids) {
        this.ids = ids;
    }

    /** Returns those that some of the columns refer to; there are none yet. */
    static FireParents of(List<FireField> fields) {
        Map<Parent, Set<Long>> ids = new EnumMap<>(Parent.class);
        Arrays.stream(Parent.values())
                .filter(p -> fields.stream().anyMatch(f -> f.old().equals(p.column)))
                .forEach(p -> ids.put(p, new TreeSet<>()));
        return new FireParents(ids);
    }

    FireParents copy() {
        Map<Parent, Set<Long>> copy = new EnumMap<>(Parent.class);
        ids.forEach((parent, of) -> copy.put(parent, new TreeSet<>(of)));
        return new FireParents(copy);
    }

    Parent any(Random random) {
        return List.copyOf(ids.keySet()).get(random.nextInt(ids.size()));
    }

    /** Returns a key of one client's, whether it is there or not. */
    long anyId(Random random, int client, int clients) {
        return (long) random.nextInt(IDS) * clients + client;
    }

    boolean remove(Parent parent, long id) {
        return of(parent).remove(id);
    }

    void add(Parent parent, long id) {
        of(parent).add(id);
    }

    boolean isReference(FireField field) {
        return parent(field).isPresent();
    }

    /** Returns what a row may refer to; empty for nothing. */
    Optional<Long> reference(FireField field, Random random) {
        List<Long> there = List.copyOf(of(parent(field).orElseThrow()));
        return there.isEmpty() || random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(there.get(random.nextInt(there.size())));
    }

    private Optional<Parent> parent(FireField field) {
        return ids.keySet().stream().filter(p -> p.column.equals(field.old())).findFirst();
    }

    private Set<Long> of(Parent parent) {
        return Optional.ofNullable(ids.get(parent)).orElseThrow();
    }
}

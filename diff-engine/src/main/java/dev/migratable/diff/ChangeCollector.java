package dev.migratable.diff;

import dev.migratable.change.Change;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Collects changes and gives them back stage by stage, within a stage in the order they came. */
final class ChangeCollector {

    private final Map<Stage, List<Change>> changes = new EnumMap<>(Stage.class);

    void add(Stage stage, Change change) {
        changes.computeIfAbsent(stage, s -> new ArrayList<>()).add(change);
    }

    /** Takes over all changes of another collector, each as it comes out of {@code edit}. */
    void addAll(ChangeCollector other, UnaryOperator<List<Change>> edit) {
        Map<Stage, List<Change>> edited = new EnumMap<>(Stage.class);
        Iterator<Change> results = edit.apply(other.inOrder()).iterator();
        other.changes.forEach((stage, list) -> list.forEach(
                c -> edited.computeIfAbsent(stage, s -> new ArrayList<>()).add(results.next())));
        edited.forEach((stage, list) -> list.forEach(c -> add(stage, c)));
    }

    void remove(Stage stage, Change change) {
        changes.getOrDefault(stage, new ArrayList<>()).remove(change);
    }

    List<Change> of(Stage stage) {
        return List.copyOf(changes.getOrDefault(stage, List.of()));
    }

    List<Change> inOrder() {
        return changes.values().stream().flatMap(List::stream).toList();
    }
}

package dev.migratable.diff;

import dev.migratable.change.Change;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects changes and gives them back stage by stage, within a stage in the order they came. */
final class ChangeCollector {

    private final Map<Stage, List<Change>> changes = new EnumMap<>(Stage.class);

    void add(Stage stage, Change change) {
        changes.computeIfAbsent(stage, s -> new ArrayList<>()).add(change);
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

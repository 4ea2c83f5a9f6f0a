package dev.migratable.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Pairs what is with what is to be by structure; among several of one structure those of one name first.
 *
 * @param <T> what is paired
 */
final class StructureMatcher<T> {

    /**
     * Two that have one structure.
     *
     * @param current the one that is
     * @param desired the one to be
     */
    record Pair<T>(T current, T desired) {}

    /**
     * The outcome, each list in the order of its side.
     *
     * @param pairs those on both sides
     * @param onlyCurrent those without a partner to be
     * @param onlyDesired those without a present partner
     */
    record Result<T>(List<Pair<T>> pairs, List<T> onlyCurrent, List<T> onlyDesired) {}

    private final Function<T, Object> structureOf;
    private final Function<T, String> nameOf;

    StructureMatcher(Function<T, Object> structureOf, Function<T, String> nameOf) {
        this.structureOf = structureOf;
        this.nameOf = nameOf;
    }

    Result<T> match(List<T> current, List<T> desired) {
        if (current.isEmpty() || desired.isEmpty()) {
            return new Result<>(List.of(), current, desired);
        }
        if (current.equals(desired)) {
            return new Result<>(pairs(current, desired), List.of(), List.of()); // without a look at any structure
        }
        Map<Object, Deque<T>> byNameAndStructure = new HashMap<>();
        for (T item : current) {
            byNameAndStructure
                    .computeIfAbsent(List.of(nameOf.apply(item), structureOf.apply(item)), k -> new ArrayDeque<>())
                    .add(item);
        }
        List<Pair<T>> pairs = new ArrayList<>();
        List<T> unnamed = take(byNameAndStructure, desired, d -> List.of(nameOf.apply(d), structureOf.apply(d)), pairs);
        List<T> left = without(current, pairs.stream().map(Pair::current).toList());
        Map<Object, Deque<T>> byStructure = new HashMap<>();
        for (T item : left) {
            byStructure
                    .computeIfAbsent(structureOf.apply(item), k -> new ArrayDeque<>())
                    .add(item);
        }
        List<T> onlyDesired = take(byStructure, unnamed, structureOf, pairs);
        return new Result<>(
                pairs, without(left, pairs.stream().map(Pair::current).toList()), onlyDesired);
    }

    private static <T> List<Pair<T>> pairs(List<T> current, List<T> desired) {
        List<Pair<T>> pairs = new ArrayList<>();
        for (int i = 0; i < current.size(); i++) {
            pairs.add(new Pair<>(current.get(i), desired.get(i)));
        }
        return pairs;
    }

    private static <T> List<T> take(
            Map<Object, Deque<T>> from, List<T> desired, Function<T, Object> keyOf, List<Pair<T>> pairs) {
        List<T> rest = new ArrayList<>();
        for (T item : desired) {
            Deque<T> found = from.getOrDefault(keyOf.apply(item), new ArrayDeque<>());
            T partner = found.poll();
            if (partner == null) {
                rest.add(item);
            } else {
                pairs.add(new Pair<>(partner, item));
            }
        }
        return rest;
    }

    private static <T> List<T> without(List<T> items, List<T> gone) {
        return items.stream().filter(i -> gone.stream().noneMatch(g -> g == i)).toList();
    }
}

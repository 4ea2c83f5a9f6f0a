package dev.migratable.classify;

import dev.migratable.change.AddCheck;
import dev.migratable.normalize.AllowedValues;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;

/** Compares the check that comes with the valid ones that its column has, as when an enum gets another constant. */
public final class WidenedCheck {

    private WidenedCheck() {}

    /** Returns whether every row satisfies the check, because a valid one allows no value that it does not. */
    static boolean isWider(AddCheck change, ClassificationContext context) {
        Optional<AllowedValues> wanted = AllowedValues.of(change.constraint().expression());
        return wanted.isPresent()
                && present(wanted.get(), change, context).stream().anyMatch(wanted.get()::covers);
    }

    /** Says what a check allows and none of the present ones on its column does; empty where there is nothing to say. */
    public static Optional<String> added(AddCheck change, ClassificationContext context) {
        Optional<AllowedValues> wanted = AllowedValues.of(change.constraint().expression());
        List<AllowedValues> present =
                wanted.map(w -> present(w, change, context)).orElse(List.of());
        return present.stream()
                .map(p -> wanted.orElseThrow().beyond(p))
                .reduce((one, other) -> one.length() <= other.length() ? one : other)
                .filter(words -> !words.isEmpty());
    }

    private static List<AllowedValues> present(AllowedValues wanted, AddCheck change, ClassificationContext context) {
        return context.current().table(change.table()).map(Table::checkConstraints).orElse(List.of()).stream()
                .filter(CheckConstraint::validated)
                .flatMap(check -> AllowedValues.of(check.expression()).stream())
                .filter(wanted::isComparable)
                .toList();
    }
}

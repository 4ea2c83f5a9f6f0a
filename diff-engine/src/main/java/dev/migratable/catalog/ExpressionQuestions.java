package dev.migratable.catalog;

import dev.migratable.normalize.PlacedExpression;
import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the expressions of a table whose texts decide nothing: those without an equal text on the other side where the
 * other side has one that could mean the same.
 */
final class ExpressionQuestions {

    private ExpressionQuestions() {}

    /** Returns the expressions of both sides, all of them as they would stand in the desired table. */
    static List<PlacedExpression> of(Table current, Table desired) {
        QualifiedName table = desired.name();
        List<PlacedExpression> questions = new ArrayList<>();
        for (Column column : desired.columns()) {
            current.column(column.name()).ifPresent(present -> column(table, present, column, questions));
        }
        different(
                        current.checkConstraints().stream()
                                .map(check -> check.expression())
                                .toList(),
                        desired.checkConstraints().stream()
                                .map(check -> check.expression())
                                .toList())
                .forEach(text -> questions.add(PlacedExpression.ofCheck(table, text)));
        different(keys(current), keys(desired))
                .forEach(text -> questions.add(PlacedExpression.ofIndexKey(table, text)));
        different(predicates(current), predicates(desired))
                .forEach(text -> questions.add(PlacedExpression.ofIndexPredicate(table, text)));
        return questions;
    }

    private static void column(QualifiedName table, Column current, Column desired, List<PlacedExpression> questions) {
        different(optional(current.defaultValue()), optional(desired.defaultValue()))
                .forEach(text -> questions.add(PlacedExpression.ofDefault(table, desired.type(), text)));
        different(
                        optional(current.generated().map(Generated::expression)),
                        optional(desired.generated().map(Generated::expression)))
                .forEach(text -> questions.add(PlacedExpression.ofGenerated(table, desired.type(), text)));
    }

    private static List<String> optional(Optional<String> text) {
        return text.stream().toList();
    }

    private static List<String> keys(Table table) {
        return table.indexes().stream()
                .flatMap(index -> index.keys().stream())
                .filter(IndexKey::expression)
                .map(IndexKey::text)
                .toList();
    }

    private static List<String> predicates(Table table) {
        return table.indexes().stream()
                .map(Index::predicate)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Set<String> different(Collection<String> current, Collection<String> desired) {
        Set<String> onlyCurrent = new LinkedHashSet<>(current);
        Set<String> onlyDesired = new LinkedHashSet<>(desired);
        onlyCurrent.removeAll(Set.copyOf(desired));
        onlyDesired.removeAll(Set.copyOf(current));
        Set<String> all = new TreeSet<>();
        if (!onlyCurrent.isEmpty() && !onlyDesired.isEmpty()) {
            all.addAll(onlyCurrent);
            all.addAll(onlyDesired);
        }
        return all;
    }
}

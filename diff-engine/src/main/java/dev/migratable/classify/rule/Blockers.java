package dev.migratable.classify.rule;

import dev.migratable.catalog.Dependent;
import dev.migratable.catalog.Dependent.Kind;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.change.RenameColumn;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Evidence;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Knows which things that hang on a table or column stand in the way of a change; a database has to be at hand. */
final class Blockers {

    /** What PostgreSQL lets no column go or change its type under. */
    private static final Set<Kind> OF_COLUMN = Set.of(
            Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.RULE, Kind.TRIGGER, Kind.POLICY, Kind.FUNCTION, Kind.PUBLICATION);

    /** What it lets no table go under; rules and policies of the table itself go with it, as its triggers do. */
    private static final Set<Kind> OF_TABLE = Set.of(
            Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.RULE, Kind.POLICY, Kind.FUNCTION, Kind.COLUMN, Kind.FOREIGN_KEY);

    /** What stays with the old column of two that are written; statistics would go in silence. */
    private static final Set<Kind> OF_RENAMED = Set.of(
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.RULE,
            Kind.TRIGGER,
            Kind.POLICY,
            Kind.FUNCTION,
            Kind.PUBLICATION,
            Kind.STATISTICS);

    /** How the triggers are called that keep columns in step until contract. */
    static final String OWN = "~migratable";

    private Blockers() {}

    static List<Dependent> of(Change change, ClassificationContext context) {
        Evidence evidence = context.evidence();
        if (change instanceof ChangeColumnType type) {
            Stream<Dependent> ofRowType =
                    evidence.dependents(type.table()).stream().filter(d -> d.kind() == Kind.COLUMN);
            return Stream.concat(column(evidence, type.table(), type.column(), OF_COLUMN).stream(), ofRowType)
                    .toList();
        }
        if (change instanceof DropColumn drop) {
            return column(evidence, drop.table(), drop.column().name(), OF_COLUMN);
        }
        if (change instanceof RenameColumn rename) {
            return column(evidence, rename.table(), rename.to(), OF_RENAMED);
        }
        return change instanceof DropTable drop
                ? evidence.dependents(drop.table()).stream()
                        .filter(d -> OF_TABLE.contains(d.kind()) && !isOwn(d) || isChild(d, context))
                        .toList()
                : List.of();
    }

    private static List<Dependent> column(Evidence evidence, QualifiedName table, String column, Set<Kind> kinds) {
        return evidence.dependents(table, column).stream()
                .filter(d -> kinds.contains(d.kind()) && !d.name().startsWith(OWN))
                .toList();
    }

    /** The name of a rule or policy ends with the table that has it, quoted where the server quotes. */
    private static boolean isOwn(Dependent dependent) {
        QualifiedName table = dependent.table();
        return (dependent.kind() == Kind.RULE || dependent.kind() == Kind.POLICY)
                && spellings(table.schema())
                        .flatMap(schema -> spellings(table.name()).map(name -> " on " + schema + "." + name))
                        .anyMatch(dependent.name()::endsWith);
    }

    private static Stream<String> spellings(String name) {
        return Stream.of(name, '"' + name.replace("\"", "\"\"") + '"');
    }

    /** Partitions go with their table, children by inheritance do not. */
    private static boolean isChild(Dependent dependent, ClassificationContext context) {
        return dependent.kind() == Kind.CHILD
                && context.current()
                        .table(dependent.table())
                        .filter(t -> t.options().partitionBy().isEmpty())
                        .isPresent();
    }
}

package dev.migratable.diff;

import dev.migratable.change.UnsupportedChange;
import dev.migratable.schema.Column;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.Generated;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words the differences that no plan can be made for. */
final class Unsupported {

    private static final String OPTIONS = "the table is ";

    private Unsupported() {}

    static UnsupportedChange exclusion(QualifiedName table, ExclusionConstraint exclusion, boolean isCurrent) {
        String side = isCurrent
                ? "is in the current schema and not in the desired one"
                : "is in the desired schema and not in the current one";
        return new UnsupportedChange(
                table,
                (exclusion.definition().startsWith("EXCLUDE") ? "exclusion constraint " : "constraint ")
                        + exclusion.name() + " (" + exclusion.definition() + ") " + side,
                "Run " + (isCurrent ? "DROP" : "ADD") + " CONSTRAINT by a migration of your own, in a quiet hour"
                        + (isCurrent ? "" : cost(exclusion)),
                isCurrent ? Optional.empty() : Optional.of(exclusion),
                isCurrent ? Optional.of(exclusion) : Optional.empty());
    }

    private static String cost(ExclusionConstraint constraint) {
        if (!constraint.isChecked()) {
            return ": PostgreSQL takes its lock for an instant";
        }
        return constraint.referencedTable().isPresent()
                ? ": PostgreSQL checks every row under SHARE ROW EXCLUSIVE"
                : ": PostgreSQL checks every row under ACCESS EXCLUSIVE";
    }

    static UnsupportedChange options(QualifiedName table, TableOptions current, TableOptions desired) {
        return new UnsupportedChange(
                table,
                OPTIONS + describe(current) + " and is to be " + describe(desired),
                "Change it by a migration of your own; afterwards both sides are the same");
    }

    static UnsupportedChange creation(Table table) {
        return new UnsupportedChange(
                table.name(),
                OPTIONS + "absent and is to be " + describe(table.options()),
                "Create it by a migration of your own; afterwards both sides are the same");
    }

    static UnsupportedChange unprovenNotNull(QualifiedName table, String column) {
        return new UnsupportedChange(
                table,
                "column " + column + " is to have a NOT NULL constraint that is NOT VALID",
                "Run ADD CONSTRAINT … NOT NULL … NOT VALID by a migration of your own, or validate that of the desired side");
    }

    static UnsupportedChange generated(QualifiedName table, Column current, Column desired) {
        return new UnsupportedChange(
                table,
                "column " + current.name() + " is " + describe(current) + " and is to be " + describe(desired)
                        + ", which PostgreSQL does not change in place",
                "Give the attribute a new column name, so that the column is added anew, and retire " + current.name());
    }

    /** Returns whether the current table has what a model cannot say, so that the model does not speak of it. */
    static boolean isBeyondModel(UnsupportedChange change, Table desired) {
        boolean exclusion =
                change.dropped().isPresent() && desired.exclusionConstraints().isEmpty();
        boolean options =
                change.difference().startsWith(OPTIONS) && desired.options().equals(TableOptions.ORDINARY);
        return exclusion || options;
    }

    private static String describe(Column column) {
        return column.generated().map(Unsupported::describe).orElse("not generated");
    }

    private static String describe(Generated generated) {
        return "generated " + (generated.stored() ? "stored" : "virtual") + " as (" + generated.expression() + ")";
    }

    private static String describe(TableOptions options) {
        if (options.equals(TableOptions.ORDINARY)) {
            return "an ordinary table";
        }
        List<String> words = new ArrayList<>();
        words.add(options.unlogged() ? "unlogged" : "logged");
        options.partitionBy().ifPresent(p -> words.add("partitioned by " + p));
        options.partitionOf().ifPresent(p -> words.add("a partition of " + p.display()));
        options.partitionBound().ifPresent(words::add);
        return String.join(", ", words);
    }
}

package dev.migratable.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the developer declared about how a schema may change; it says nothing about what the schema is.
 *
 * @param columnRenames columns that used to be called otherwise
 * @param tableRenames tables that used to be called otherwise
 * @param retirements tables and columns the model gave up on purpose
 * @param backfills how existing rows get values
 * @param acceptedRisks findings that a person has accepted
 */
public record Declarations(
        List<ColumnRename> columnRenames,
        List<TableRename> tableRenames,
        List<Retirement> retirements,
        List<Backfill> backfills,
        List<AcceptedRisk> acceptedRisks) {

    /** No declarations. */
    public static final Declarations NONE = new Declarations(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies and sorts. */
    public Declarations {
        columnRenames = columnRenames.stream()
                .sorted(Comparator.comparing(ColumnRename::table)
                        .thenComparing(ColumnRename::to)
                        .thenComparing(ColumnRename::from))
                .distinct()
                .toList();
        tableRenames = tableRenames.stream()
                .sorted(Comparator.comparing(TableRename::to).thenComparing(TableRename::from))
                .distinct()
                .toList();
        retirements = retirements.stream()
                .sorted(Comparator.comparing(Retirement::table)
                        .thenComparing(r -> r.column().orElse("")))
                .distinct()
                .toList();
        backfills = backfills.stream()
                .sorted(Comparator.comparing(Backfill::column))
                .distinct()
                .toList();
        acceptedRisks = acceptedRisks.stream()
                .sorted(Comparator.comparing(AcceptedRisk::table)
                        .thenComparing(r -> r.column().orElse(""))
                        .thenComparing(AcceptedRisk::rule))
                .distinct()
                .toList();
    }

    /**
     * A declared rename of a column.
     *
     * @param table the table under its new name
     * @param from the former name
     * @param to the present name
     * @param strategy how running versions keep the former name
     */
    public record ColumnRename(QualifiedName table, String from, String to, RenameStrategy strategy) {

        /** Rejects nulls. */
        public ColumnRename {
            Objects.requireNonNull(strategy, "strategy");
        }

        /** Returns a rename by dual write. */
        public ColumnRename(QualifiedName table, String from, String to) {
            this(table, from, to, RenameStrategy.DUAL_WRITE);
        }
    }

    /** How a column keeps its former name for running versions. */
    public enum RenameStrategy {
        /** A second column, kept equal by a trigger and filled in batches. */
        DUAL_WRITE,
        /** A view under the table's name that has the column under both names. */
        ALIAS_VIEW
    }

    /** Returns whether a column is declared to be renamed by a view under its table's name. */
    public boolean isAliased(QualifiedName table, String from, String to) {
        return columnRenames.contains(new ColumnRename(table, from, to, RenameStrategy.ALIAS_VIEW));
    }

    /**
     * A declared rename of a table.
     *
     * @param from the former name
     * @param to the present name
     */
    public record TableRename(QualifiedName from, QualifiedName to) {}

    /**
     * A table or column given up on purpose; its data may be parked and later purged.
     *
     * @param table the table
     * @param column the column; empty where the whole table is given up
     */
    public record Retirement(QualifiedName table, Optional<String> column) {
        /** Rejects nulls. */
        public Retirement {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
        }
    }

    /**
     * How existing rows get a value for a new or changed column.
     *
     * @param column the column
     * @param expression an SQL expression over the row's columns
     * @param reverses the ways back: an SQL expression where there is one former column, {@code column=expression} for each
     *     where there are several
     */
    public record Backfill(ColumnName column, String expression, List<String> reverses) {
        /** Copies the list and rejects nulls. */
        public Backfill {
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(expression, "expression");
            reverses = List.copyOf(reverses);
        }

        /** Makes one with a single way back, or none. */
        public Backfill(ColumnName column, String expression, Optional<String> reverse) {
            this(column, expression, reverse.stream().toList());
        }

        /** Returns the way back where there is only one. */
        public Optional<String> reverse() {
            return reverses.size() == 1 ? Optional.of(reverses.get(0)) : Optional.empty();
        }
    }

    /**
     * A finding that a person has accepted at one place.
     *
     * @param table the table
     * @param column the column; empty where it is accepted for the table itself
     * @param rule the rule's id, {@code MIG204}
     * @param reason why, in the person's words
     */
    public record AcceptedRisk(QualifiedName table, Optional<String> column, String rule, String reason) {
        /** Rejects nulls. */
        public AcceptedRisk {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Finds the backfill declared for a column. */
    public Optional<Backfill> backfill(QualifiedName table, String column) {
        ColumnName name = new ColumnName(table, column);
        return backfills.stream().filter(b -> b.column().equals(name)).findFirst();
    }

    /** Returns whether the column of a table under its present name was retired. */
    public boolean isRetired(QualifiedName table, String column) {
        return retirements.contains(new Retirement(table, Optional.of(column)));
    }

    /** Returns whether the whole table was retired. */
    public boolean isRetired(QualifiedName table) {
        return retirements.contains(new Retirement(table, Optional.empty()));
    }

    /** Returns both sets of declarations. */
    public Declarations and(Declarations other) {
        return new Declarations(
                concat(columnRenames, other.columnRenames),
                concat(tableRenames, other.tableRenames),
                concat(retirements, other.retirements),
                concat(backfills, other.backfills),
                concat(acceptedRisks, other.acceptedRisks));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
